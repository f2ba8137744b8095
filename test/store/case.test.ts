import { appendFileSync, chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { type Case, createCase, custodyOf, openCase, rebuildDerived, verifyCase } from "../../src/store/index.ts";

const BY = { time: "2026-01-02T03:04:05.000Z", actor: "tester" };
const TEXT = "Gunmen fired on a patrol near the bridge.";
const BYTES = Buffer.from(TEXT);

let path: string;
const made = (): Case => createCase(path, "test", BY).case!;
const withSource = (): string => {
  const opened = made();
  const item = opened.addSource(BYTES, { id: "a.txt", text: TEXT }, "test", BY);
  opened.close();
  return item;
};

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), "plumbline-case-")), "case");
});

describe("a case", () => {
  test("keeps a source's bytes under their sha-256, once, and its text beside", () => {
    const item = withSource();
    const opened = openCase(path).case!;
    expect(readFileSync(join(path, "sources", item.slice(0, 2), item))).toEqual(BYTES);
    expect(opened.addSource(BYTES, { id: "again.txt", text: TEXT }, "test", BY)).toBe(item);
    expect(opened.entries.map(({ act }) => act)).toEqual(["created", "added"]);
    expect(opened.documents()).toEqual([{ item, document: { id: "a.txt", text: TEXT } }]);
    opened.close();
  });

  test("whose folder is taken is refused, and one that is not there is told", () => {
    withSource();
    expect(createCase(path, "test", BY)).toMatchObject({ case: null, problems: [{ code: "case-exists" }] });
    expect(openCase(`${path}-none`)).toMatchObject({ case: null, problems: [{ code: "case-not-found" }] });
  });

  test("is for one process: the second is refused and told who holds it; a dead holder is no holder", () => {
    const opened = made();
    expect(openCase(path)).toMatchObject({
      case: null,
      problems: [{ code: "case-held", params: { pid: process.pid } }],
    });
    opened.close();
    writeFileSync(join(path, "lock"), "999999999");
    const again = openCase(path);
    expect(again.case).not.toBeNull();
    again.case?.close();
  });

  test("with a damaged case.json is told, not thrown", () => {
    made().close();
    writeFileSync(join(path, "case.json"), '{"format":"plumbl');
    expect(openCase(path)).toMatchObject({ case: null, problems: [{ code: "case-card-bad" }] });
    writeFileSync(join(path, "case.json"), '{"format":"plumbline/case/999","name":"x"}');
    expect(openCase(path)).toMatchObject({ case: null, problems: [{ code: "case-card-bad" }] });
  });

  test("whose lock was left empty by a crash opens", () => {
    made().close();
    writeFileSync(join(path, "lock"), "");
    const again = openCase(path);
    expect(again.problems).toEqual([]);
    again.case?.close();
  });

  test.skipIf(process.getuid?.() === 0)("in a read-only folder is told (root writes everywhere)", () => {
    made().close();
    chmodSync(path, 0o555);
    expect(openCase(path)).toMatchObject({
      case: null,
      problems: [{ code: "output-not-written", params: { detail: "EACCES" } }],
    });
    chmodSync(path, 0o755);
  });

  test("in a folder that cannot be made is told, not thrown", () => {
    const file = `${path}.txt`;
    writeFileSync(file, "");
    expect(createCase(join(file, "case"), "test", BY)).toMatchObject({
      case: null,
      problems: [{ code: "output-not-written" }],
    });
  });
});

describe("the ledger", () => {
  test("is a chain: each line holds the hash of the one before", () => {
    const opened = made();
    opened.record({ act: "tested", item: null, detail: { method: "knox" } }, BY);
    const [first, second] = opened.entries;
    expect(second?.prev).toBe(first?.hash);
    expect(opened.head).toBe(second?.hash);
    opened.close();
  });

  test("with a last line cut off by a crash opens, says so, keeps the torn bytes and goes on", () => {
    withSource();
    appendFileSync(join(path, "ledger.jsonl"), '{"n":3,"time":"20');
    const { case: opened, problems } = openCase(path);
    expect(problems).toMatchObject([{ code: "case-ledger-torn", params: { line: 3 } }]);
    opened?.record({ act: "exported", item: null, detail: {} }, BY);
    opened?.close();
    expect(readdirSync(path).some((name) => name.startsWith("ledger.torn"))).toBe(true);
    expect(verifyCase(path)).toEqual([]);
  });

  test.each([
    ["a changed word", (text: string) => text.replace("tester", "nobody")],
    ["a line taken out", (text: string) => text.split("\n").slice(1).join("\n")],
    ["two lines changed over", (text: string) => `${text.split("\n").slice(0, 2).reverse().join("\n")}\n`],
  ])("with %s is refused and the line named", (_, tamper) => {
    withSource();
    const file = join(path, "ledger.jsonl");
    writeFileSync(file, tamper(readFileSync(file, "utf8")));
    expect(verifyCase(path)).toMatchObject([{ code: "case-ledger-broken", params: { line: 1 } }]);
    expect(openCase(path).case).toBeNull();
    expect(existsSync(join(path, "lock"))).toBe(false);
  });
});

describe("forgetting a source", () => {
  const forgotten = (): string => {
    const item = withSource();
    const opened = openCase(path).case!;
    expect(opened.forget(item, "a witness in danger", BY)).toBe(true);
    opened.close();
    return item;
  };
  const left = (kind: string): readonly string[] =>
    readdirSync(join(path, kind), { recursive: true, withFileTypes: true })
      .filter((found) => found.isFile())
      .map(({ name }) => name);

  test("takes its bytes and its text out; the ledger says so, and verify accepts it", () => {
    const item = forgotten();
    expect([...left("sources"), ...left("texts")]).toEqual([]);
    const opened = openCase(path).case!;
    expect(opened.documents()).toEqual([]);
    expect(custodyOf(opened.entries, item.slice(0, 8)).map(({ act }) => act)).toEqual(["added", "forgotten"]);
    opened.close();
    expect(verifyCase(path)).toEqual([]);
  });

  test("is finished at the next opening if a crash came between", () => {
    const item = forgotten();
    const file = join(path, "sources", item.slice(0, 2), item);
    writeFileSync(file, BYTES);
    openCase(path).case?.close();
    expect(existsSync(file)).toBe(false);
  });

  test("leaves a text that another source gave too", () => {
    const item = withSource();
    const opened = openCase(path).case!;
    const other = opened.addSource(Buffer.from(`${TEXT}\r\n`), { id: "a.txt", text: TEXT }, "test", BY);
    opened.forget(item, "a copy", BY);
    expect(opened.documents().map((kept) => kept.item)).toEqual([other]);
    opened.close();
    expect(verifyCase(path)).toEqual([]);
  });

  test("is undone by adding it again; what was never there cannot be forgotten", () => {
    const item = forgotten();
    const opened = openCase(path).case!;
    expect(opened.forget(item, "twice", BY)).toBe(false);
    expect(opened.forget("0".repeat(64), "never there", BY)).toBe(false);
    opened.addSource(BYTES, { id: "a.txt", text: TEXT }, "test", BY);
    expect(opened.documents()).toHaveLength(1);
    opened.close();
    expect(verifyCase(path)).toEqual([]);
  });
});

describe("verify", () => {
  test("finds nothing in an untouched case", () => {
    withSource();
    expect(verifyCase(path)).toEqual([]);
  });

  test("names a source with a flipped byte, and one that is gone", () => {
    const item = withSource();
    const file = join(path, "sources", item.slice(0, 2), item);
    const bytes = Buffer.from(BYTES);
    bytes[3] = bytes[3]! ^ 1;
    writeFileSync(file, bytes);
    expect(verifyCase(path)).toMatchObject([
      { code: "case-source-changed", params: { item: `sources/${item.slice(0, 12)}` } },
    ]);
  });
});

test("derived.duckdb is made from rows alone, twice the same, and read back", async () => {
  made().close();
  const event = {
    doc: "a",
    id: "e1",
    type: "ASSAULT",
    date_from: "2016-06-05",
    killed_min: 2,
    lat: 50.28,
    summary: false,
  };
  const rows = { events: [event, { ...event, id: "e2", killed_min: null, mode: "it's" }], verdicts: [] };
  await rebuildDerived(path, rows);
  await rebuildDerived(path, rows);
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(join(path, "derived.duckdb"));
  const connection = await instance.connect();
  const result = await connection.runAndReadAll(
    "SELECT id, killed_min, mode, date_from::VARCHAR AS day FROM events ORDER BY id",
  );
  expect(result.getRowsJson()).toEqual([
    ["e1", 2, null, "2016-06-05"],
    ["e2", null, "it's", "2016-06-05"],
  ]);
  connection.closeSync();
  instance.closeSync();
});
