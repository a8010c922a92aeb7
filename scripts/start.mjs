// npm start [FOLDER]: opens VS Code with the extension of this tree. npm start -- check FILE (or another command): the
// command line. Installs and builds before what is missing or stale.
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { ensureBuild } from "./lib/ensureBuild.mjs";
import { ensureNodeModules, ensureSystemPackages } from "./lib/ensurePackages.mjs";
import { root } from "./lib/paths.mjs";
import { run } from "./lib/processes.mjs";

const commands = ["check", "fix", "outline", "rules", "explain", "kinds", "new", "help", "--help", "--version"];
const [first, ...others] = process.argv.slice(2);
/** npm changes to the project's folder; paths are meant from where the person stood. */
const from = process.env.INIT_CWD ?? process.cwd();

/** For the command line the standard output is its own; what we say goes beside it. */
async function commandLine() {
  await ensureNodeModules(console.error);
  await ensureBuild(console.error);
  const args = [join(root, "server", "dist", "cli.js"), first, ...others];
  return run(process.execPath, args, { cwd: from, stdio: "inherit" });
}

async function editor() {
  const folder = first === undefined ? join(root, "examples") : resolve(from, first);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    console.error(`No folder: ${folder}. Give a folder to open, or a command: ${commands.slice(0, 7).join(", ")}.`);
    return 2;
  }
  await ensureNodeModules(console.log);
  await ensureBuild(console.log);
  const { downloadCode, installedCode, noDisplay, openDownloaded, openInstalled } = await import("./lib/desktop.mjs");
  const why = noDisplay();
  if (why === undefined) {
    const code = installedCode();
    if (code !== undefined) {
      console.log(`VS Code of this machine, since it is on the PATH: ${code}`);
      return openInstalled(code, folder);
    }
    console.log("No `code` on the PATH; looking for a VS Code to download …");
    try {
      const executable = await downloadCode();
      console.log(`VS Code, downloaded: ${executable}`);
      return await openDownloaded(executable, folder);
    } catch (error) {
      console.log(`The download failed (${error.message}); VS Code as a server instead.`);
    }
  } else console.log(`VS Code as a server, in your browser, since ${why} for a window of its own.`);
  await ensureSystemPackages(console.log);
  const { serve } = await import("./lib/served.mjs");
  return serve(folder, console.log);
}

try {
  process.exitCode = await (first !== undefined && commands.includes(first) ? commandLine() : editor());
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
