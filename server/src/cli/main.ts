import { builtinCatalog } from "../catalog/index.ts";
import { productVersion } from "../node/version.ts";
import { rules } from "../rules/registry.generated.ts";
import { createReportService } from "../service/createReportService.ts";
import { ExitCode } from "./exit.ts";
import type { CliContext } from "./host.ts";
import { onBrokenPipe } from "./io.ts";
import { readPage } from "./readPage.ts";
import { runCli } from "./runCli.ts";

const { stdin, stdout, stderr, env } = process;
const context: CliContext = {
  host: { stdin, stdout, stderr, cwd: process.cwd(), env },
  parts: {
    version: productVersion(),
    rules,
    catalog: builtinCatalog,
    createService: createReportService,
    readPage,
  },
};

for (const output of [stdout, stderr]) onBrokenPipe(output, () => process.exit(ExitCode.brokenPipe));
process.once("SIGINT", () => {
  // Takes a progress line away, which the shell's prompt would else be written behind.
  if (stderr.isTTY) stderr.write("\r\u001b[2K");
  process.exit(ExitCode.interrupted);
});

// The status is set and not forced, so that what is still being written arrives.
runCli(process.argv.slice(2), context).then((status) => {
  process.exitCode = status;
});
