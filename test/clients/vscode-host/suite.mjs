import { appendFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { removeFolder, temporaryFolder } from "../../../scripts/lib/processes.mjs";
import { chromium as findChromium } from "../../../scripts/lib/which.mjs";
import { installHost } from "./install.mjs";
import { startServer } from "./server.mjs";

/** Chromium refuses its sandbox to root, and needs no graphics card, no network and no first-run pages here. */
const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The user's settings, so that the pictures show the extension and not what VS Code says by itself: no chat, no
 * welcome, and no frames around every Han character, which an untrusted workspace has by default.
 */
const quietSettings = {
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.colorTheme": "Default Light Modern",
  "extensions.ignoreRecommendations": true,
  "editor.unicodeHighlight.nonBasicASCII": false,
  "editor.minimap.enabled": false,
  "security.workspace.trust.banner": "never",
  "git.enabled": false,
  "outline.collapseItems": "alwaysExpand",
};

/**
 * Runs a suite inside a VS Code whose extension host is a Node process and whose window is a page in Chromium.
 *
 * What the suite prints with the mark `@@say ` in front goes to `log`; all else on the console, most of it VS Code's
 * own, to `console.log` beside the screenshots. The suite asks for a screenshot with the line `@@screenshot NAME SELECTOR`,
 * which is taken when the page shows what Playwright's selector names; `@@click SELECTOR` clicks before.
 * It goes on when the picture is there, as `NAME.png` in the folder that the environment variable BAOGAO_SCREENSHOTS names.
 *
 * @param {object} options
 * @param {string} options.extension the folder of the extension under test
 * @param {string} options.suite the module that exports `run(): Promise<void>`
 * @param {string} options.workspace the folder to open
 * @param {string} options.screenshots where the screenshots go
 * @param {number} [options.timeout] milliseconds until the run counts as hung; ten minutes where not given
 * @param {Record<string, unknown>} [options.settings] further settings of the user
 * @param {(line: string) => void} options.log
 * @returns {Promise<number>} the suite's exit code: 0 where `run` resolved
 * @throws where the host can't be installed or started, where the page crashes, or after the timeout; a picture of the
 *   window's last state is then beside the others, as `failure.png`
 */
export async function runInHost({ extension, suite, workspace, screenshots, timeout = 600_000, settings = {}, log }) {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("No Chromium or Chrome on the PATH, and BAOGAO_CHROMIUM is not set.");
  const host = await installHost(log);
  mkdirSync(screenshots, { recursive: true });
  const server = await startServer({
    host,
    settings: { ...quietSettings, ...settings },
    env: { BAOGAO_SCREENSHOTS: screenshots },
    args: ["--enable-smoke-test-driver"],
  });
  const profile = temporaryFolder("baogao-chromium");
  let context;
  try {
    const { chromium } = createRequire(join(host.folder, "package.json"))("playwright-core");
    context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      args: chromiumArguments,
      viewport: { width: 1280, height: 860 },
      locale: "en-US",
    });
    const page = context.pages()[0] ?? (await context.newPage());
    return await driven(page, { server, extension, suite, workspace, screenshots, timeout, log });
  } finally {
    await context?.close().catch(() => {});
    server.stop();
    removeFolder(profile);
  }
}

async function driven(page, { server, extension, suite, workspace, screenshots, timeout, log }) {
  const ended = new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error(`The suite did not end within ${timeout / 1000} s.`)), timeout);
    const fail = (message) => {
      clearTimeout(deadline);
      reject(new Error(message));
    };
    page.exposeFunction("codeAutomationExit", (code) => {
      clearTimeout(deadline);
      resolve(code);
    });
    page.once("crash", () => fail("The page crashed."));
    server.exited.then((code) => fail(`The VS Code server ended with ${code}:\n${server.output()}`));
  });
  // Someone awaits it below; what fails before that must not count as unhandled.
  ended.catch(() => {});

  const transcript = join(screenshots, "console.log");
  writeFileSync(transcript, "");
  let done = Promise.resolve();
  await page.exposeFunction("codeAutomationLog", (_type, args) => {
    const line = args.map(String).join(" ");
    const [, mark, rest] = /^@@(\w+) ?(.*)$/s.exec(line) ?? [];
    if (mark === "say") log(rest);
    else if (mark === "click" || mark === "screenshot") {
      // One after the other, and not awaited: VS Code's console goes on meanwhile.
      done = done.then(() => carryOut(page, mark, rest, screenshots)).catch((error) => log(error.message));
    } else appendFileSync(transcript, `${line}\n`);
  });
  const remote = (path) => `vscode-remote://${server.authority}${path}`;
  const payload = [
    ["extensionDevelopmentPath", remote(extension)],
    ["extensionTestsPath", remote(suite)],
    ["skipWelcome", "true"],
  ];
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
  try {
    if (!existsSync(suite)) throw new Error(`The suite is not built: ${suite}`);
    await page.goto(`${server.url}?${query}`, { timeout: 60_000 });
    return await ended;
  } catch (error) {
    await page.screenshot({ path: join(screenshots, "failure.png") }).catch(() => {});
    throw error;
  }
}

async function carryOut(page, mark, rest, screenshots) {
  if (mark === "click") return page.locator(rest).first().click({ timeout: 15_000 });
  const [, name, selector] = /^([\w-]+) (.*)$/.exec(rest) ?? [];
  return picture(page, join(screenshots, `${name}.png`), selector);
}

/** Written under another name and renamed, so that the suite, which waits for the file, never goes on too early. */
async function picture(page, path, selector) {
  try {
    await page.locator(selector).first().waitFor({ state: "visible", timeout: 15_000 });
  } catch (error) {
    await page.screenshot({ path: path.replace(/png$/, "failure.png") });
    throw error;
  }
  writeFileSync(`${path}.part`, await page.screenshot({ animations: "disabled" }));
  renameSync(`${path}.part`, path);
}
