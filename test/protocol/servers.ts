import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, afterEach, beforeAll } from "vitest";
import { bundleServer } from "./bundle.ts";
import { ServerHandle, type StartOptions } from "./serverHandle.ts";

/** The servers of one spec file; those a test started end with the test. */
export interface Servers {
  /** The script of the bundled server. */
  readonly script: string;
  /** Starts a server for one test and greets it. */
  start(options?: Partial<StartOptions>): Promise<ServerHandle>;
  /** Starts a server for one test that was not yet greeted. */
  spawn(): Promise<ServerHandle>;
  /** A server with an able client that all tests of the file share, since a start takes most of a test's time. */
  shared(): Promise<ServerHandle>;
}

/** Bundles a server before the tests of a file, and ends after them whatever they left running. */
export function useServers(entry?: string): Servers {
  let script = "";
  let common: Promise<ServerHandle> | undefined;
  const handles: ServerHandle[] = [];
  const keep = (handle: ServerHandle): ServerHandle => {
    handles.push(handle);
    return handle;
  };
  beforeAll(async () => {
    script = await bundleServer(entry);
  });
  afterEach(() => {
    for (const handle of handles.splice(0)) handle.kill();
  });
  afterAll(async () => {
    (await common)?.kill();
    // Without a script there is nothing to remove, and the folder of an empty path would be the repository.
    if (script !== "") rmSync(dirname(script), { recursive: true, force: true });
  });
  return {
    get script() {
      return script;
    },
    start: async (options = {}) => keep(await ServerHandle.start({ script, ...options })),
    spawn: async () => keep(await ServerHandle.spawn({ script })),
    shared: () => {
      common ??= ServerHandle.start({ script });
      return common;
    },
  };
}

let count = 0;

/** A URI that no other test uses. */
export function freshUri(extension = "md"): string {
  return `file:///reports/${++count}.${extension}`;
}
