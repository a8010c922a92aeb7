import type { ReportService, Settings } from "../../service/service.ts";
import { UserError } from "../exit.ts";
import { messages } from "../messages.ts";
import { unknownName } from "../unknownName.ts";

/** The id of the kind that the user named by its id or its name. @throws UserError when there is none */
export function kindNamed(service: ReportService, settings: Settings, name: string): string {
  const kinds = service.kinds(settings);
  const kind = kinds.find(({ id }) => id === name) ?? kinds.find((other) => other.name === name);
  if (kind !== undefined) return kind.id;
  const names = kinds.flatMap((other) => [other.id, other.name]);
  throw new UserError(unknownName(messages.unknownKind, name, names, messages.listKinds));
}
