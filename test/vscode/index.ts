import { format } from "node:util";
import Mocha from "mocha";
import { say } from "./support/launcher.ts";

/**
 * Runs every spec inside the VS Code that loaded this module; what VS Code expects of `extensionTestsPath`, in the
 * desktop and in the server alike. Its last line is `@@result` with the counts, which the launchers read.
 *
 * @throws where a test failed, which makes VS Code exit with a code other than 0
 */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => say(format(...args));
  Mocha.reporters.Base.useColors = false;
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, slow: 5_000, reporter: "spec" });
  // What `addFile` does for each file; the specs are in this bundle instead, and load when mocha's functions are there.
  mocha.suite.emit("pre-require", {}, "", mocha);
  await import("./specs/activation.ts");
  await import("./specs/diagnostics.ts");
  await import("./specs/outline.ts");
  await import("./specs/quickFix.ts");
  await import("./specs/snippets.ts");
  await import("./specs/commands.ts");
  await import("./specs/restart.ts");
  await import("./specs/notReport.ts");
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      say(`@@result ${JSON.stringify({ passed: passes, failed: failures, skipped: pending })}`);
      if (failures === 0) resolve();
      else reject(new Error(`${failures} of the tests inside VS Code failed.`));
    });
  });
}
