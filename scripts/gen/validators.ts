import { join } from "node:path";
import { Ajv } from "ajv";
import standaloneModule from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { GENERATED, type Outputs } from "./outputs.ts";
import type { Schema } from "./settingsSchemas.ts";

const root = join(import.meta.dirname, "../..");
const folder = "server/src/catalog/generated";

const DECLARATIONS = `${GENERATED}
/** One thing that is wrong with a value, as ajv says it. */
export interface SchemaError {
  /** JSON pointer to the value: \`/rules/numbering~1gap\`. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Checks a value; \`errors\` holds what is wrong after a call that gave false, and null after one that gave true. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** Checks what \`baogao.yaml\` holds. */
export declare const validateConfig: Validator;

/** Checks what the front matter of a report holds. */
export declare const validateFrontMatter: Validator;
`;

/** An error of the keyword `if` only says that its branch has one; the writer is told that one alone. */
const EXPORTS = `
function withoutIf(validate) {
  function validator(value) {
    const valid = validate(value);
    validator.errors = valid ? null : validate.errors.filter((error) => error.keyword !== "if");
    return valid;
  }
  return validator;
}
export const validateConfig = withoutIf(config);
export const validateFrontMatter = withoutIf(frontMatter);
`;

/**
 * Compiles the schemas to plain functions, so that the server carries neither ajv's compiler nor an eval. esbuild folds
 * ajv's small run-time parts in: the module imports nothing.
 */
export async function generateValidators(config: Schema, frontMatter: Schema): Promise<Outputs> {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, code: { source: true, esm: true, lines: true } });
  ajv.addSchema(config, "config").addSchema(frontMatter, "frontMatter");
  const code = standalone(ajv, { config: "config", frontMatter: "frontMatter" });
  const result = await build({
    stdin: { contents: code + EXPORTS, resolveDir: root, loader: "js" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  });
  const text = result.outputFiles[0]?.text ?? "";
  return new Map([
    [`${folder}/validators.js`, GENERATED + text],
    [`${folder}/validators.d.ts`, DECLARATIONS],
  ]);
}

/** ajv is CommonJS: its function is the default of the default for Node, and the default for a bundler. */
const standalone: (ajv: Ajv, exported: Record<string, string>) => string =
  "default" in standaloneModule
    ? (standaloneModule as unknown as { default: typeof standalone }).default
    : (standaloneModule as unknown as typeof standalone);
