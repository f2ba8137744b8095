import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type Problem, problem } from "../../record/index.ts";
import { listenNear, stop } from "./listen.ts";
import { routes, type SheetSource } from "./routes.ts";
import { readWebFiles } from "./web-files.ts";

export interface ServeOptions {
  /** Asked at every request, so that a document checked later shows on reload. */
  readonly sheets: SheetSource;
  /** 0 takes any free port. */
  readonly port: number;
  /** Loopback only; 127.0.0.1 where absent. */
  readonly host?: "127.0.0.1" | "::1";
  /** Folder of the built page (dist/web). */
  readonly webRoot: string;
}

export interface Served {
  readonly url: string;
  readonly port: number;
  /** What the user should know: that another port was taken. */
  readonly problems: readonly Problem[];
  /** May be called twice; the second call waits for the first. */
  close(): Promise<void>;
}

/** Serves the page and its sheets to this machine alone. */
export async function serveSheets(options: ServeOptions): Promise<Served> {
  const host = options.host ?? "127.0.0.1";
  const app = routes(readWebFiles(options.webRoot), options.sheets);
  const server = createServer(getRequestListener(app.fetch));
  const port = await listenNear(server, options.port, host);
  let closing: Promise<void> | null = null;
  return {
    url: `http://${host === "::1" ? "[::1]" : host}:${port}/`,
    port,
    problems:
      options.port === 0 || options.port === port
        ? []
        : [problem("port-busy", { port: options.port, used: port }, "note")],
    close: () => {
      closing ??= stop(server);
      return closing;
    },
  };
}
