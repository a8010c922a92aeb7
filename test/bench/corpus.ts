import { toChinese } from "../../server/src/chinese/numerals.ts";
import { type Random, seeded } from "./random.ts";
import { sentence } from "./sentences.ts";

/** Characters of one paragraph, which is one line: reports have no line breaks inside a paragraph. */
const PARAGRAPH = { least: 150, most: 400 };

/** Headings of the sections between the opening of a report and its problems, used again in order when they run out. */
const WORK = [
  "强化理论武装，筑牢思想根基",
  "压实工作责任，健全推进机制",
  "建强基层组织，夯实战斗堡垒",
  "聚焦中心任务，服务发展大局",
  "抓好队伍建设，激发干事活力",
  "回应群众关切，办好民生实事",
  "严明纪律要求，涵养清风正气",
  "创新方式方法，提升治理水平",
];

const POINTS = [
  "学习教育走深走实",
  "制度机制不断完善",
  "阵地建设提档升级",
  "服务水平持续提高",
  "重点难点逐项突破",
  "作风建设常抓不懈",
  "品牌效应逐步显现",
];

const STEPS = ["摸清底数", "建立台账", "明确分工", "跟踪问效"];

/**
 * A report of about `size` characters (UTF-16 units; never shorter, at most one section longer), the same for the same
 * `seed`: a title, sections 一、 with （一） and now and then 1. below them, paragraphs on one line each, problems, a plan, a
 * signature; with the blanks and slips of a draft.
 */
export function makeReport(size: number, seed: number): string {
  const random = seeded(seed);
  const lines: string[] = [];
  let length = 0;
  const push = (...added: string[]) => {
    for (const line of added) {
      lines.push(line, "");
      length += line.length + 2;
    }
  };
  const closing = closingSections(random, size);
  const available = size - closing.reduce((sum, section) => sum + section.length, 0);
  push(
    `# ${random.whole(2021, 2024)}年度青禾街道党工委书记抓基层党建工作述职报告`,
    `现将一年来抓基层党建工作情况述职如下：${paragraph(random)}`,
  );
  // A long report has longer sections as well as more of them.
  const sectionSize = Math.max(600, Math.sqrt(size) * 12);
  let number = 0;
  while (length < available) {
    const heading = WORK[number % WORK.length]!;
    number++;
    const end = Math.min(available, length + sectionSize);
    push(`${mark(random, number)}${heading}`);
    for (let point = 1; point === 1 || length < end; point++) push(...pointLines(random, point));
  }
  for (const [index, { heading, body }] of closing.entries()) {
    push(`${toChinese(number + index + 1)}、${heading}`, ...body);
  }
  push("特此报告，请予评议。", "青禾街道党工委书记　【请填：姓名】", "2024年12月XX日");
  return `${lines.join("\n").trimEnd()}\n`;
}

interface Section {
  readonly heading: string;
  readonly body: readonly string[];
  readonly length: number;
}

function closingSections(random: Random, size: number): readonly Section[] {
  return ["存在的问题及原因", "下一步工作打算"].map((heading) => {
    const body: string[] = [];
    let length = heading.length + 4;
    for (let point = 1; point <= 2 || length < size / 10; point++) {
      const added = pointLines(random, point);
      body.push(...added);
      length += added.reduce((sum, line) => sum + line.length + 2, 0);
    }
    return { heading, body, length };
  });
}

/** A heading of the first level; now and then its number is said twice, as in a draft that was put together. */
function mark(random: Random, number: number): string {
  return `${toChinese(number > 1 && random.chance(0.03) ? number - 1 : number)}、`;
}

/** One item of the second level: its heading on a line of its own or run into the paragraph. */
function pointLines(random: Random, point: number): string[] {
  const close = random.chance(0.03) ? ")" : "）";
  const heading = `（${toChinese(point)}${close}${random.pick(POINTS)}`;
  if (random.chance(0.4)) return [`${heading}。${paragraph(random)}`];
  if (random.chance(0.3)) {
    const steps = STEPS.map((step, index) => `${index + 1}.${step}。${paragraph(random)}`);
    return [heading, ...steps];
  }
  return [heading, paragraph(random)];
}

/** Sentences on one line, now and then as a series 一是…二是…三是…. */
function paragraph(random: Random): string {
  const wanted = random.whole(PARAGRAPH.least, PARAGRAPH.most - 60);
  const isSeries = random.chance(0.25);
  let text = "";
  for (let item = 1; text.length < wanted; item++) {
    text += isSeries && item <= 9 ? `${toChinese(item)}是${sentence(random)}` : sentence(random);
  }
  return text;
}
