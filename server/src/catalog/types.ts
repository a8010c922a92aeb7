/** Text in the two languages Baogao speaks; Chinese is what most users read. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/**
 * What a section of a report is about. The keys are those of the section classifier; a heading such as
 * “存在的问题及原因分析” fills two of them at once.
 */
export type Slot =
  | "INTRO"
  | "BASIC"
  | "RECT"
  | "WORK"
  | "RESP"
  | "INTEGRITY"
  | "EXPER"
  | "ISSUE"
  | "CAUSE"
  | "CASE"
  | "SUGGEST"
  | "PLAN"
  | "MATTERS"
  | "CLOSE";

/** How much a kind insists on a slot: `required` is a warning when absent, `expected` an info of the final profile. */
export type Presence = "required" | "expected" | "optional";

/** One slot of a kind, in the order in which the kind wants it. */
export interface KindSlot {
  readonly slot: Slot;
  readonly presence: Presence;
  /** The heading that the skeleton writes, without a numbering mark: `存在的主要问题`. Empty for INTRO and CLOSE. */
  readonly heading: string;
  /** Regular expressions for headings that mean this slot in this kind, beyond the shared classifier. */
  readonly synonyms: readonly string[];
  /** The body below the heading, in our own words; blanks are `【请填：…】` and nothing else. Lines end with \n. */
  readonly skeleton: string;
  /** What completion and snippets call the section. */
  readonly name: Bilingual;
  /** Snippet prefixes: pinyin initials first (`czwt`), then Chinese words (`存在问题`). */
  readonly prefixes: readonly string[];
}

/** A kind of report: which titles it has, which sections, how it opens and closes. */
export interface Kind {
  readonly id: string;
  readonly name: Bilingual;
  /** Other Chinese names that front matter and configuration may use: `述职报告`. */
  readonly aliases: readonly string[];
  /** Regular expressions tried on the title (white space and a leading mark removed); any match makes this kind. */
  readonly titlePatterns: readonly string[];
  /** The kind is a family member that gives way when one of these other kinds matches too (by id). */
  readonly yieldsTo: readonly string[];
  /** The title a new report gets: `【请填：单位】【请填：职务】{{year}}年度…述职报告`; `{{year}}`, `{{org}}`, `{{author}}` are filled in. */
  readonly titleTemplate: string;
  /** Which year the plan section is for, counted from the year of the report. */
  readonly planYear: "same" | "next";
  readonly slots: readonly KindSlot[];
  /** Sentences that end the opening paragraph: `现述职如下：`. */
  readonly openings: readonly string[];
  /** Sentences that close the report: `特此报告，请予评议。`. */
  readonly closings: readonly string[];
  /** Snippet prefixes of the whole report. */
  readonly prefixes: readonly string[];
}

/** One line of the shared section classifier; the first whose pattern matches decides. */
export interface ClassifierEntry {
  readonly slots: readonly Slot[];
  readonly pattern: string;
}

/** The words by which a title says that its document is a report. */
export interface TitleWords {
  /** One of these suffices. */
  readonly strong: readonly string[];
  /** One of these needs a year, an organisation or a role beside it, or two known sections. */
  readonly weak: readonly string[];
  /** Regular expressions, tried without regard to case, for titles of technical notes and the like: never reports. */
  readonly excluded: readonly string[];
  /** Ends of organisation names: 局, 委员会, 党支部 … longest first. */
  readonly organisationSuffixes: readonly string[];
  /** Party organisation types, longest first: 党委（党组）, 党总支, 党支部 … */
  readonly organisationTypes: readonly string[];
  /** Roles, longest first: 党支部书记, 书记, 主任 … */
  readonly roles: readonly string[];
}

/** All data of Baogao, frozen. Generated from `server/data` and passed in, so that an organisation can add its own. */
export interface Catalog {
  readonly kinds: readonly Kind[];
  readonly classifier: readonly ClassifierEntry[];
  readonly titleWords: TitleWords;
  /** Measure words: a star or an X before one of them is a figure that is missing. */
  readonly measureWords: readonly string[];
  /** Words that begin like a measure word and are none: 项目, 人才, 名单. */
  readonly measureCompounds: readonly string[];
}
