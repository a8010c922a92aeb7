import { builtinCatalog, kindByName } from "../../catalog/index.ts";
import type { ReportService, Settings } from "../../service/service.ts";
import { UserError } from "../exit.ts";
import { messages } from "../messages.ts";
import { unknownName } from "../unknownName.ts";

/** The id of the kind that the user named by its id, its name or, as front matter may, one of its aliases. @throws UserError when there is none */
export function kindNamed(service: ReportService, settings: Settings, name: string): string {
  const kinds = service.kinds(settings);
  const kind =
    kinds.find(({ id }) => id === name) ??
    kinds.find((other) => other.name === name) ??
    kinds.find(({ id }) => id === kindByName(builtinCatalog, name)?.id);
  if (kind !== undefined) return kind.id;
  const names = kinds.flatMap((other) => [other.id, other.name]);
  throw new UserError(unknownName(messages.unknownKind, name, names, messages.listKinds));
}
