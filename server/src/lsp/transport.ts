import { createConnection as createSocket } from "node:net";
import { type Connection, createConnection } from "vscode-languageserver/node";

/** How a client on the same machine talks to the server. */
export type Transport =
  | { readonly kind: "stdio" }
  | { readonly kind: "node-ipc" }
  | { readonly kind: "socket"; readonly port: number };

/**
 * The connection over a transport; it does not listen yet. The process ends when the other end goes away.
 *
 * @throws Error when the other end can't be reached
 */
export async function connect(transport: Transport): Promise<Connection> {
  if (transport.kind === "socket") {
    const socket = createSocket(transport.port, "127.0.0.1");
    await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    return createConnection(socket, socket);
  }
  if (transport.kind === "node-ipc") {
    if (process.send === undefined) throw new Error("the parent process opened no IPC channel");
    process.once("disconnect", () => process.exit(1));
  }
  // Without arguments the library reads the transport from the command line itself, and only then does it turn the
  // console of this process into log messages of the protocol, which has standard output for itself.
  return createConnection();
}
