import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

const errorCode = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);

const listenOn = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

/** How many ports after the asked one are tried before the system is asked for any. */
const NEIGHBOURS = 20;

/**
 * Listens on `port` or, where it is taken, on the next free one.
 * @returns the port in use
 * @throws the system's error where the trouble is another one than a busy port
 */
export async function listenNear(server: Server, port: number, host: string): Promise<number> {
  const neighbours =
    port === 0 ? [] : Array.from({ length: NEIGHBOURS + 1 }, (_, i) => port + i).filter((p) => p < 65536);
  for (const candidate of neighbours) {
    try {
      return await listenOn(server, candidate, host);
    } catch (error) {
      if (errorCode(error) !== "EADDRINUSE") throw error;
    }
  }
  return listenOn(server, 0, host);
}

/** Stops listening, and ends connections that browsers keep open, so that the process can end. */
export const stop = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
