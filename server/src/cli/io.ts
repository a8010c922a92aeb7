import { once } from "node:events";
import type { Readable } from "node:stream";
import type { Output } from "./host.ts";

/** Writes `text` and waits while the reader is slower than we are, so that output does not pile up in memory. */
export async function write(output: Output, text: string): Promise<void> {
  if (text.length > 0 && !output.write(text)) await once(output, "drain");
}

/** All bytes of a stream. */
export async function readAll(input: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

/** Calls `closed` when whoever reads `output` has gone away (`| head`); any other fault of the stream is thrown. */
export function onBrokenPipe(output: Output, closed: () => void): void {
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") closed();
    else throw error;
  });
}
