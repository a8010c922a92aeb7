import type { Random } from "./random.ts";

/** The words that stand for each name in a pattern; `first` and `second` make names of places, so that few sentences recur. */
const words = {
  who: ["街道党工委", "各社区党组织", "机关党支部", "驻区单位", "网格党小组", "班子成员", "社区工作者", "党员志愿者"],
  topic: ["党的建设", "基层治理", "为民服务", "安全生产", "环境整治", "文明创建", "矛盾化解", "社区养老"],
  meeting: ["专题会议", "工作例会", "现场推进会", "党员大会", "联席会议", "座谈会"],
  way: ["清单化管理", "项目化推进", "网格化覆盖", "常态化督导", "信息化支撑", "一线工作法"],
  result: ["群众满意度稳步提升", "工作质效明显改善", "责任链条更加完整", "服务半径进一步缩短", "党员作用充分发挥"],
  lack: ["工作谋划不够深入", "督促检查不够经常", "方法手段还不够丰富", "破解难题的办法不够多", "联系群众不够紧密"],
  first: [..."青春和平安康新华文明光阳东南西北长永兴福"],
  second: [..."禾山水桥林园河湖泉岭洲塘门台城港湾村街里"],
  place: ["惠民广场", "老旧小区", "背街小巷", "商务楼宇", "新建楼盘", "农贸市场"],
} as const;

type Name = keyof typeof words;

/** What a sentence is made from; `{n}` is a number that the writer may not have filled in yet. */
const patterns = [
  "坚持把{topic}摆在突出位置，全年召开{meeting}{n}次，研究解决具体问题{n}个，推动{who}逐级认领任务、逐项抓好落实。",
  "围绕{topic}和{topic}，{who}采取{way}，走访居民{n}户，收集意见建议{n}条，办结率达到{percent}%。",
  "针对{place}设施陈旧的情况，会同{who}实地查看、现场会商，投入资金{n}万元，完成改造{n}处，{result}。",
  "制定《{topic}工作责任清单》，明确{first}{second}社区和{who}的职责边界，建立“一周一碰头、一月一通报”的机制，做到有人管、有人盯、有人促。",
  "对照年初确定的目标，{first}{second}社区{topic}方面还有差距，主要是{lack}，{lack}，需要在今后工作中认真加以改进。",
  "组织{who}开展集中学习{n}次，撰写心得体会{n}篇，讲授专题党课{n}场，引导大家学在深处、谋在新处、干在实处。",
  "依托{place}建成便民服务点{n}个，推出代办事项{n}项，让居民在家门口就能办成事、办好事，{result}。",
  "严格落实谈心谈话、民主评议等制度，{first}{second}社区{who}主动接受监督，对发现的苗头性问题早提醒、早纠正，{result}。",
  "把{first}{second}社区的{topic}同{topic}结合起来，既立足当前补短板，又着眼长远建机制，以{way}带动整体工作上台阶。",
  "深入分析原因，根子在于思想认识有偏差、责任传导有温差，{first}{second}社区{who}在{topic}上存在等一等、看一看的想法。",
  "下一步，将以{way}为抓手，紧盯{place}等重点部位，力争用{n}个月时间，使{topic}工作再有新进展。",
  "发挥{who}的带头作用，动员党员{n}名认领岗位{n}个，参与{topic}活动{n}余场次，受到居民普遍好评。",
  "健全{topic}考核办法，突出实绩、注重日常，把{meeting}确定的事项纳入督办，年内销号{n}项，{result}。",
];

/** What a blank of a draft looks like; all of them are placeholders. */
const blanks = ["XX", "××", "____", "【请填：数量】", "*"];

/** What goes wrong while typing: each takes a sentence and gives the slip. */
const slips: readonly ((sentence: string) => string)[] = [
  (sentence) => sentence.replace("，", ","),
  (sentence) => sentence.replace("，", "， "),
  (sentence) => sentence.replace("的", "的的"),
  (sentence) => sentence.replace("。", "。。"),
  (sentence) => `${sentence}##marker##`,
  (sentence) => sentence.replace("，", "，\u200b"),
];

/** One sentence of a report with its full stop; one number in twelve is still blank, one sentence in 25 has a slip. */
export function sentence(random: Random): string {
  const text = random.pick(patterns).replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === "percent") return String(random.whole(60, 99));
    if (name !== "n") return random.pick(words[name as Name]);
    return random.chance(1 / 12) ? random.pick(blanks) : String(random.whole(2, 480));
  });
  return random.chance(0.04) ? random.pick(slips)(text) : text;
}
