import { readArguments, USAGE } from "./arguments.ts";
import { serve } from "./serve.ts";
import { productVersion } from "./version.ts";

/** The exit status of a wrong call and of a client that can't be reached. */
const WRONG_USE = 2;

function fail(error: unknown): void {
  process.stderr.write(`baogao: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = WRONG_USE;
}

async function main(args: readonly string[]): Promise<void> {
  const order = readArguments(args);
  if (order.kind === "version") process.stdout.write(`${productVersion()}\n`);
  else if (order.kind === "help") process.stdout.write(USAGE);
  else await serve(order);
}

main(process.argv.slice(2)).catch(fail);
