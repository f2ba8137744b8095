import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, serveSheets } from "../../src/desk/server/serve-sheets.ts";
import { explain } from "../../src/record/index.ts";
import { INVENTED_SHEET } from "../browser/invented-sheet.ts";

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const root = mkdtempSync(join(tmpdir(), "plumbline-web-"));
let served: Served;

function ask(
  path: string,
  { method = "GET", headers = {}, agent }: { method?: string; headers?: Record<string, string>; agent?: Agent } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: "127.0.0.1", port: served.port, path, method, headers, ...(agent === undefined ? {} : { agent }) },
      (answer) => {
        let body = "";
        answer.setEncoding("utf8");
        answer.on("data", (part: string) => {
          body += part;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}

beforeAll(async () => {
  mkdirSync(join(root, "assets"));
  writeFileSync(join(root, "index.html"), "<!doctype html><title>page</title>");
  writeFileSync(join(root, "assets", "index-abc.js"), "export {};");
  writeFileSync(join(root, "secret.txt"), "not for the web");
  served = await serveSheets({ sheets: () => Promise.resolve([INVENTED_SHEET]), port: 0, webRoot: root });
});
afterAll(async () => {
  await served.close();
  rmSync(root, { recursive: true });
});

describe("what is served", () => {
  test.each([
    ["/", 200, "text/html; charset=utf-8"],
    ["/assets/index-abc.js", 200, "text/javascript; charset=utf-8"],
    ["/api/sheets", 200, "application/json"],
    ["/api/sheets/invented-valley", 200, "application/json"],
    ["/api/sheets/no-such", 404, "text/plain; charset=UTF-8"],
    ["/index.html", 404, "text/plain; charset=UTF-8"],
    ["/secret.txt", 404, "text/plain; charset=UTF-8"],
    ["/assets/../secret.txt", 404, "text/plain; charset=UTF-8"],
    ["/assets/%2e%2e/secret.txt", 404, "text/plain; charset=UTF-8"],
    ["/assets/..%2fsecret.txt", 404, "text/plain; charset=UTF-8"],
    ["/assets/", 404, "text/plain; charset=UTF-8"],
  ])("%s answers %i as %s", async (path, status, type) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers["content-type"]).toBe(type);
    expect(answer.body).not.toContain("not for the web");
  });

  test("the list of sheets gives id and title only", async () => {
    expect(JSON.parse((await ask("/api/sheets")).body)).toEqual([
      { id: "invented-valley", title: "The valley that forgot to count" },
    ]);
  });

  test("a sheet arrives as it was handed in", async () => {
    expect(JSON.parse((await ask("/api/sheets/invented-valley")).body)).toEqual(INVENTED_SHEET);
  });
});

const REFUSED_HOSTS = [
  "evil.example",
  "evil.example:4747",
  "127.0.0.1.evil.example",
  "localhost.evil.example",
  "10.0.0.1",
  "[::2]",
];

describe("who is answered", () => {
  test.each(["127.0.0.1", "127.0.0.1:9", "localhost:4747", "LOCALHOST", "[::1]:4747"])(
    "the host name %s",
    async (host) => {
      expect((await ask("/", { headers: { host } })).status).toBe(200);
    },
  );

  test.each(REFUSED_HOSTS)("never the host name %s (DNS rebinding)", async (host) => {
    for (const path of ["/", "/api/sheets", "/api/sheets/invented-valley", "/assets/index-abc.js"]) {
      const answer = await ask(path, { headers: { host } });
      expect(answer.status).toBe(421);
      expect(answer.body).not.toContain("valley");
    }
  });

  test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])("%s is refused: the page only reads", async (method) => {
    const answer = await ask("/api/sheets", { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD");
  });

  test("another origin gets no leave to read", async () => {
    const answer = await ask("/api/sheets", { headers: { origin: "https://evil.example" } });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(answer.headers["cross-origin-resource-policy"]).toBe("same-origin");
  });

  test.each(["/", "/api/sheets", "/nothing"])(
    "%s carries a policy that allows no inline code and no other origin",
    async (path) => {
      const policy = String((await ask(path)).headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain("unsafe");
      expect(policy).not.toContain("http");
    },
  );
});

describe("ports and ending", () => {
  test("a busy port is left to its owner; the next free one is used, and that is told", async () => {
    const owner = createServer();
    await new Promise<void>((resolve) => owner.listen(0, "127.0.0.1", resolve));
    const { port } = owner.address() as AddressInfo;
    const other = await serveSheets({ sheets: () => [], port, webRoot: root });
    expect(other.port).not.toBe(port);
    expect(other.problems.map(explain)).toEqual([`Port ${port} is busy; serving on ${other.port} instead.`]);
    await other.close();
    await new Promise((resolve) => owner.close(resolve));
  });

  test("a free port is taken without a word", async () => {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const other = await serveSheets({ sheets: () => [], port, webRoot: root });
    expect([other.url, other.problems]).toEqual([`http://127.0.0.1:${port}/`, []]);
    await other.close();
  });

  test("closing does not wait for connections that a browser keeps open, and may be asked twice", async () => {
    const other = await serveSheets({ sheets: () => [], port: 0, webRoot: root });
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve, reject) => {
      request({ host: "127.0.0.1", port: other.port, path: "/", agent }, (answer) => {
        answer.resume();
        answer.on("end", () => resolve());
      })
        .on("error", reject)
        .end();
    });
    await Promise.all([other.close(), other.close()]);
    await expect(fetch(other.url)).rejects.toThrow();
    agent.destroy();
  });

  test("a folder without a built page is refused at once, by name", async () => {
    await expect(serveSheets({ sheets: () => [], port: 0, webRoot: join(root, "assets") })).rejects.toThrow(
      /index\.html/,
    );
  });
});
