import type { Bilingual } from "../catalog/types.ts";
import { fillIn, type MessageData } from "../rules/engine/rule.ts";

/** Everything the command line says by itself, apart from help. Blanks are `{name}`. */
export const messages = {
  missingFile: { zh: "{path}：没有这个文件或文件夹", en: "{path}: no such file or folder" },
  unreadable: { zh: "{path}：读不了（{reason}）", en: "{path}: cannot be read ({reason})" },
  noMatch: { zh: "{path}：没有与它匹配的文件", en: "{path}: matches no file" },
  notText: { zh: "{path}：不是文本文件", en: "{path}: is not a text file" },
  damagedUtf8: {
    zh: "{path}：第 {line} 行有损坏的 UTF-8 字节，请用编辑器打开后重新保存",
    en: "{path}: broken UTF-8 bytes in line {line}; open the file in an editor and save it again",
  },
  legacyEncoding: {
    zh: "{path}：按 {encoding} 编码读取，建议另存为 UTF-8",
    en: "{path}: read as {encoding}; better save it as UTF-8",
  },
  nothingToCheck: { zh: "没有找到要检查的文件", en: "No file to check was found" },
  folderNotFile: { zh: "{path}：是文件夹，这里要一个文件", en: "{path}: is a folder; a file is wanted here" },
  internal: {
    zh: "{path}：Baogao 自身出错：{reason}。请把这一行和能引出它的文件一并反馈给我们（见 README 的“反馈”）",
    en: "{path}: a fault of Baogao: {reason}. Please report this line with a file that brings it about (README, Feedback)",
  },
  ruleFault: {
    zh: "{reason}。请把这一行和能引出它的文件一并反馈给我们（见 README 的“反馈”）",
    en: "{reason}. Please report this line with a file that brings it about (README, Feedback)",
  },
  checking: { zh: "正在检查 {done}/{total}", en: "Checking {done}/{total}" },
  summaryClean: {
    zh: "检查了 {files} 个文件，其中报告 {reports} 份，没有发现问题",
    en: "Files checked: {files}, reports among them: {reports}. Nothing found",
  },
  summary: {
    zh: "检查了 {files} 个文件，其中报告 {reports} 份：错误 {errors}，警告 {warnings}，信息 {infos}，提示 {hints}",
    en: "Files checked: {files}, reports among them: {reports}. Errors {errors}, warnings {warnings}, infos {infos}, hints {hints}",
  },
  notAReport: {
    zh: "{path}：不像工作报告，没有提纲。加 --report 可按报告处理",
    en: "{path}: does not look like a work report, so there is no outline. Use --report to treat it as one",
  },
  unknownRule: { zh: "没有规则“{name}”", en: "There is no rule “{name}”" },
  unknownKind: { zh: "没有报告类型“{name}”", en: "There is no kind of report “{name}”" },
  didYouMean: { zh: "。是不是“{name}”？", en: ". Did you mean “{name}”?" },
  listRules: { zh: "用 baogao rules 查看全部规则", en: "See baogao rules for all of them" },
  listKinds: { zh: "用 baogao kinds 查看全部类型", en: "See baogao kinds for all of them" },
  stdinTwice: {
    zh: "标准输入只能用一次：“-”和“--files-from -”不能同时使用",
    en: "Standard input can be read only once: “-” and “--files-from -” exclude each other",
  },
  stdinPathAlone: {
    zh: "--stdin-filepath 只和标准输入“-”一起使用",
    en: "--stdin-filepath goes with standard input “-” only",
  },
  exists: { zh: "{path}：已经存在，加 --force 才会覆盖", en: "{path}: exists already; use --force to overwrite it" },
  written: { zh: "已写入 {path}", en: "Wrote {path}" },
  unwritable: { zh: "{path}：写不了（{reason}）", en: "{path}: cannot be written ({reason})" },
} as const satisfies Record<string, Bilingual>;

/** Fills the blanks of both languages. */
export function bilingual(message: Bilingual, data: MessageData = {}): Bilingual {
  return { zh: fillIn(message.zh, data), en: fillIn(message.en, data) };
}
