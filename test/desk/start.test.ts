import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Sheet } from "../../src/desk/sheet.ts";
import { verifyCase } from "../../src/store/index.ts";
import { emptyFolder } from "./run-plumbline.ts";

let running: ChildProcess | null = null;
afterEach(() => {
  running?.kill("SIGKILL");
  running = null;
});

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly home: string;
  output(): string;
}

/** `npm start`, as far as the line with the page's address. */
async function start(args: readonly string[], input = "", home = emptyFolder()): Promise<Started> {
  const child = spawn(process.execPath, ["start.mjs", ...args], {
    env: { ...process.env, PLUMBLINE_HOME: home, CI: "true" },
  });
  running = child;
  let output = "";
  child.stdin.end(input);
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /The page: (http:\/\/127\.0\.0\.1:\d+\/)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => reject(new Error(`ended with ${code}:\n${output}`)));
  });
  return { child, url, home, output: () => output };
}

const sheetOf = async (url: string): Promise<Sheet> => {
  const list = (await (await fetch(`${url}api/sheets`)).json()) as readonly { id: string }[];
  return (await (await fetch(`${url}api/sheets/${encodeURIComponent(list[0]?.id ?? "")}`)).json()) as Sheet;
};

describe("npm start", () => {
  test("checks the sample column, keeps it in the sample case, serves the page, and ends cleanly at Ctrl-C", async () => {
    const { child, url, home, output } = await start(["--port", "0"]);
    expect(output()).toMatch(/^Plumbline \d/);
    expect(output()).toMatch(/ claims: .*supported/);
    expect(await (await fetch(url)).text()).toContain('<div id="root">');
    const sheet = await sheetOf(url);
    expect(sheet.notice).toMatch(/Invented/);
    expect(sheet.ledger.length).toBeGreaterThan(25);
    child.kill("SIGINT");
    expect((await once(child, "exit"))[0]).toBe(0);

    const folder = join(home, "sample-case");
    expect(verifyCase(folder)).toEqual([]);
    const ledger = readFileSync(join(folder, "ledger.jsonl"), "utf8").trim().split("\n");
    expect(ledger.map((line) => (JSON.parse(line) as { act: string }).act)).toEqual([
      "created",
      "added",
      "coded",
      "judged",
    ]);
    expect(existsSync(join(folder, "derived.duckdb"))).toBe(true);
    expect(existsSync(join(folder, "lock"))).toBe(false);
  });

  test("a second start adds nothing to the ledger: nothing new was done", async () => {
    const home = emptyFolder();
    const ledger = (): string => readFileSync(join(home, "sample-case", "ledger.jsonl"), "utf8");
    const first = await start(["--port", "0"], "", home);
    first.child.kill("SIGINT");
    await once(first.child, "exit");
    const before = ledger();
    const second = await start(["--port", "0"], "", home);
    second.child.kill("SIGINT");
    await once(second.child, "exit");
    expect(ledger()).toBe(before);
  });

  test("takes the user's own article, from a file or standard input", async () => {
    const article = join(emptyFolder(), "my article.txt");
    writeFileSync(article, "A bomb exploded outside a court in Atyrau on 3 May 2014, wounding four people.");
    const { url, home } = await start([article, "--port", "0"]);
    expect((await sheetOf(url)).coded.events).toHaveLength(1);
    expect(existsSync(join(home, "my-case", "ledger.jsonl"))).toBe(true);
    running?.kill("SIGKILL");
    const piped = await start(["-", "--port", "0"], "Rioters burned a shop in Taraz on 4 May 2014.");
    expect((await sheetOf(piped.url)).coded.events).toHaveLength(1);
  });

  test("takes the next free port where the usual one is busy, and says so", async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
    const address = blocker.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { url, output } = await start(["--port", String(port)]);
    blocker.close();
    expect(url).not.toContain(`:${port}/`);
    expect(output()).toMatch(new RegExp(`Port ${port} is busy`));
  });

  test("an article that is not there ends with what to do", async () => {
    await expect(start(["none.txt"])).rejects.toThrow(/there is no such file/);
  });
});
