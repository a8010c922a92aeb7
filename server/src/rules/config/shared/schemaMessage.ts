import type { Catalog } from "../../../catalog/types.ts";
import type { YamlProblem } from "../../../config/readYaml.ts";
import type { MessageData } from "../../engine/rule.ts";

/** A message of config/invalid with its data. */
export interface SchemaMessage {
  readonly message: string;
  readonly data: MessageData;
}

/**
 * What config/invalid says of a problem that the schema found. A kind that does not exist has its own message: the
 * schema would list every alias there is, and a person wants the dozen names.
 */
export function schemaMessage(catalog: Catalog, { message, data }: YamlProblem): SchemaMessage {
  if (message === "wrongValue" && data.key === "kind") {
    const wanted = catalog.kinds.map(({ name }) => name.zh).join("、");
    const wantedEn = catalog.kinds.map(({ id }) => id).join(", ");
    return { message: "unknownKind", data: { value: data.value ?? "", wanted, wantedEn } };
  }
  if (message === "unknownKey" && data.key?.startsWith("rules.")) {
    return { message: "unknownRule", data: { key: data.key.slice("rules.".length) } };
  }
  return { message, data };
}
