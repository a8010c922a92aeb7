import type { ReportService, Settings } from "../../service/service.ts";
import { kindNamed } from "./kindNamed.ts";
import type { TextOptions } from "./options.ts";

/** The settings that the options make. @throws UserError when `--kind` names none */
export function settingsFor(service: ReportService, options: TextOptions): Settings {
  const settings: Settings = {
    locale: options.locale,
    profile: "draft",
    rules: {},
    ...(options.report ? { forceReport: true } : {}),
  };
  const asked = {
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.kind === undefined ? {} : { kind: kindNamed(service, settings, options.kind) }),
  };
  return { ...settings, asked };
}
