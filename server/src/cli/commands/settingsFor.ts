import type { ReportService, Settings } from "../../service/service.ts";
import { kindNamed } from "./kindNamed.ts";
import type { TextOptions } from "./options.ts";

/** The settings that the options make. @throws UserError when `--kind` names none */
export function settingsFor(service: ReportService, options: TextOptions): Settings {
  const settings: Settings = {
    locale: options.locale,
    profile: options.profile ?? "draft",
    rules: {},
    ...(options.report ? { forceReport: true } : {}),
  };
  return options.kind === undefined ? settings : { ...settings, kind: kindNamed(service, settings, options.kind) };
}
