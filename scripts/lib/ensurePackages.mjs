import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { capture, npm, run } from "./processes.mjs";
import { chromium, which } from "./which.mjs";

/**
 * Installs the npm packages where there are none, or others than the lockfile names.
 *
 * @throws where npm fails; it has said why itself
 */
export async function ensureNodeModules(log) {
  if (installedAsLocked()) return;
  log("Installing the npm packages of package-lock.json …");
  const code = await run(npm.command, ["ci", "--no-audit", "--no-fund"], { ...npm.options, cwd: root });
  if (code !== 0) throw new Error(`npm ci ended with ${code}.`);
}

/** npm notes what it installed; the same packages at the same versions need no other install. */
function installedAsLocked() {
  const noted = join(root, "node_modules", ".package-lock.json");
  const lock = join(root, "package-lock.json");
  if (!existsSync(noted)) return false;
  if (statSync(noted).mtimeMs >= statSync(lock).mtimeMs) return true;
  const wanted = JSON.parse(readFileSync(lock, "utf8")).packages;
  const there = JSON.parse(readFileSync(noted, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional === true || there[path]?.version === version,
  );
}

/** What the browser that shows VS Code's server needs, by the name of Debian's package and whether it is there. */
async function missingFromSystem() {
  const missing = [];
  if (chromium() === undefined) missing.push("chromium");
  if (process.platform === "linux" && !(await hasChineseFont())) missing.push("fonts-noto-cjk");
  return missing;
}

async function hasChineseFont() {
  if (which("fc-list") === undefined) return false;
  return (await capture("fc-list", [":lang=zh", "family"])).output.trim() !== "";
}

/**
 * Installs Chromium and a Chinese font, as root on Debian and its like; elsewhere it says what is missing and the
 * command that installs it, and goes on.
 *
 * @returns {Promise<string[]>} what is still missing
 */
export async function ensureSystemPackages(log) {
  const missing = await missingFromSystem();
  if (missing.length === 0) return [];
  const names = missing.join(" ");
  if (which("apt-get") === undefined) {
    log(
      `Missing: ${names}. Install Chrome or Chromium and a Chinese font, or set BAOGAO_CHROMIUM to a browser's path.`,
    );
    return missing;
  }
  if (process.getuid?.() !== 0) {
    log(`Missing: ${names}. To install: sudo apt-get update && sudo apt-get install --no-install-recommends ${names}`);
    return missing;
  }
  log(`Installing Debian's ${names} (as root, with apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", ...missing],
  ]) {
    const { code, output } = await capture("apt-get", args, { env });
    if (code !== 0) {
      log(`apt-get ${args.join(" ")} ended with ${code}:\n${output}`);
      break;
    }
  }
  return missingFromSystem();
}
