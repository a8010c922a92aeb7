import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/** The path of the first of `names` that can be run: a name is looked up on the PATH, an absolute path taken as is. */
export function which(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const endings = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];
  for (const name of names) {
    const places = isAbsolute(name)
      ? [name]
      : folders.flatMap((folder) => endings.map((end) => join(folder, name + end)));
    for (const place of places) {
      try {
        accessSync(place, constants.X_OK);
        if (statSync(place).isFile()) return place;
      } catch {
        // Not there, or not to be run: look on.
      }
    }
  }
  return undefined;
}

/** The Chromium or Chrome of this machine, or `BAOGAO_CHROMIUM`; undefined where there is none. */
export function chromium() {
  if (process.env.BAOGAO_CHROMIUM) return which(process.env.BAOGAO_CHROMIUM);
  return which(
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  );
}
