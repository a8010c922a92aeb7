import { Transform } from "node:stream";

const HEADER = "Content-Length:";

/**
 * A stream that lets everything through from the first header of the base protocol on. AutoCorrect greets with a line
 * of text on standard output before its first message, which a reader of the protocol would stumble over.
 */
export function fromFirstHeader(): Transform {
  let held: Buffer | null = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (held === null) return done(null, chunk);
      held = Buffer.concat([held, chunk]);
      const start = held.indexOf(HEADER);
      if (start === -1) return done();
      const rest = held.subarray(start);
      held = null;
      done(null, rest);
    },
  });
}
