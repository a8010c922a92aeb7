import { parseArgs } from "node:util";
import type { Transport } from "../lsp/transport.ts";

/** What the command line asks for. */
export type Order = Transport | { readonly kind: "version" } | { readonly kind: "help" };

/** How to call the server, for people who read one of the two languages. */
export const USAGE = `用法 / Usage: node server/dist/node.js (--stdio | --node-ipc | --socket=PORT | --version)

  --stdio         经标准输入输出与编辑器通信      talk over standard input and output
  --node-ipc      经 Node 的 IPC 通道通信         talk over the IPC channel of a Node parent
  --socket=PORT   连接编辑器在本机监听的端口      connect to a local port the editor listens on
  --version       显示版本号                      print the version
`;

const LARGEST_PORT = 65_535;

/**
 * Reads the arguments behind the script's name. `--clientProcessId` is read by the protocol library, which ends the
 * server when that process is gone.
 *
 * @throws Error when the call is wrong, with a message that says why
 */
export function readArguments(args: readonly string[]): Order {
  const { values } = parseArgs({
    args: [...args],
    options: {
      stdio: { type: "boolean" },
      "node-ipc": { type: "boolean" },
      socket: { type: "string" },
      version: { type: "boolean" },
      help: { type: "boolean", short: "h" },
      clientProcessId: { type: "string" },
    },
  });
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const orders: Order[] = [];
  if (values.stdio) orders.push({ kind: "stdio" });
  if (values["node-ipc"]) orders.push({ kind: "node-ipc" });
  if (values.socket !== undefined) orders.push({ kind: "socket", port: readPort(values.socket) });
  const [order, another] = orders;
  if (order === undefined) throw new Error("没有指明通信方式 / no transport was named");
  if (another !== undefined) throw new Error("只能指明一种通信方式 / only one transport can be named");
  return order;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > LARGEST_PORT) {
    throw new Error(`--socket=${text}: 端口应为 1–${LARGEST_PORT} / the port must be 1–${LARGEST_PORT}`);
  }
  return port;
}
