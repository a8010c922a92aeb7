import type { Catalog } from "../../server/src/catalog/types.ts";
import type { Rule } from "../../server/src/rules/engine/rule.ts";
import { formatted } from "./format.ts";
import type { Outputs } from "./outputs.ts";

/** A JSON Schema (draft-07) as plain data. */
export type Schema = { readonly [keyword: string]: unknown };

const DRAFT = "http://json-schema.org/draft-07/schema#";

/** The severities that a config may give a rule. `off` silences it. */
const SEVERITIES = ["off", "hint", "info", "warning", "error"];

/** The years that a report may be of: as far back as the People's Republic, as far ahead as four figures make sense. */
const YEARS = { minimum: 1949, maximum: 2100 };

/**
 * The schema of `baogao.yaml`. It knows every rule and group of the registry and every kind, and nothing else: a key it
 * does not know is a mistake. (Front matter is shared with other tools and may say more.)
 */
export function configSchema(catalog: Catalog, rules: readonly Rule[]): Schema {
  return {
    $schema: DRAFT,
    $id: "config.schema.json",
    title: "baogao.yaml",
    description: "报告检查的配置 · Configuration of Baogao",
    type: ["object", "null"],
    properties: {
      include: globs(
        "把这些文件当作报告检查（通配符，相对本文件）· Globs, relative to this file, of the files that are reports",
      ),
      exclude: globs("不检查这些文件（通配符）· Globs of the files that are left alone"),
      kind: kindSchema(
        catalog,
        "所有报告的类型；不写就按标题判断 · Kind of all reports; told by the title when absent",
      ),
      profile: profileSchema(),
      rules: rulesSchema(rules),
    },
    additionalProperties: false,
  };
}

/** The schema of the front matter of a report. */
export function frontMatterSchema(catalog: Catalog): Schema {
  return {
    $schema: DRAFT,
    $id: "front-matter.schema.json",
    title: "front matter",
    description: "报告开头的 YAML · The YAML at the head of a report",
    type: ["object", "null"],
    properties: {
      kind: kindSchema(catalog, "报告类型 · Kind of the report"),
      year: { type: "integer", ...YEARS, description: "报告年度 · The year of the report" },
      org: { type: "string", minLength: 1, description: "单位 · Organisation" },
      author: { type: "string", minLength: 1, description: "作者（述职人）· Author" },
      date: { type: "string", minLength: 1, description: "成文日期 · Date of the report" },
      profile: profileSchema(),
      vars: {
        type: "object",
        description: "变量：正文里的 {{名称}} · Variables: {{name}} in the text",
        additionalProperties: { type: ["string", "number", "boolean"] },
      },
    },
    additionalProperties: true,
  };
}

/** Makes the schema files of what users write, for editors and for the generated validators. */
export function generateSettingsSchemas(config: Schema, frontMatter: Schema): Outputs {
  const file = (name: string, schema: Schema) => {
    const path = `server/data/schema/${name}.schema.json`;
    return [path, formatted(path, JSON.stringify(schema))] as const;
  };
  return new Map([file("config", config), file("front-matter", frontMatter)]);
}

function globs(description: string): Schema {
  return { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true, description };
}

function kindSchema(catalog: Catalog, description: string): Schema {
  const names = catalog.kinds.flatMap((kind) => [kind.id, kind.name.zh, ...kind.aliases]);
  return { type: "string", enum: [...new Set(names)], description };
}

function profileSchema(): Schema {
  return {
    type: "string",
    enum: ["draft", "final"],
    description:
      "draft：写作中；final：定稿，没填的空白、残留和缺少的部分都算错误 · draft while writing; final before handing in, when blanks, residue and missing sections are errors",
  };
}

function rulesSchema(rules: readonly Rule[]): Schema {
  const groups = [...new Set(rules.map((rule) => rule.id.split("/")[0] ?? ""))];
  const ofGroups = groups.map((group) => [group, severity(`${group}/* 全部规则 · All rules of ${group}`)] as const);
  const ofRules = rules.map((rule) => [rule.id, ruleSchema(rule)] as const);
  return {
    type: "object",
    description: "规则或规则组的级别：off、hint、info、warning、error · Severity of a rule or a group of rules",
    properties: Object.fromEntries([...ofGroups, ...ofRules]),
    additionalProperties: false,
  };
}

function severity(description: string): Schema {
  return { type: "string", enum: SEVERITIES, description };
}

function ruleSchema(rule: Rule): Schema {
  const description = `${rule.summary.zh} · ${rule.summary.en}`;
  const options = {
    type: "object",
    properties: rule.options ?? {},
    additionalProperties: false,
  };
  return {
    description,
    type: ["string", "array"],
    // `if` keeps the errors to the branch that the writer meant, which `oneOf` would not.
    if: { type: "array" },
    // biome-ignore lint/suspicious/noThenProperty: this is the JSON Schema keyword, not a promise.
    then: { items: [{ enum: SEVERITIES }, options], minItems: 2, maxItems: 2 },
    else: { enum: SEVERITIES },
  };
}
