import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The founders' reference material beside the project; absent for whoever clones the project alone. */
export const sharedFolder = fileURLToPath(new URL("../../../shared/", import.meta.url));

/** Whether the tests that need the reference material can run; says so once when they can't. */
export const hasShared = existsSync(`${sharedFolder}reports`);
if (!hasShared)
  console.warn("skipped: the tests against the reference reports need ../shared/reports, which is not here");
