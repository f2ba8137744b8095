import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DocumentLine, readDocumentLines } from "../../src/exchange/index.ts";

async function linesOf(chunks: Iterable<Uint8Array | string>, limit?: number): Promise<DocumentLine[]> {
  const lines: DocumentLine[] = [];
  for await (const line of readDocumentLines(Readable.from(chunks), "docs.jsonl", limit)) lines.push(line);
  return lines;
}
const problemsOf = async (text: string) =>
  (await linesOf([text])).map((line) => ("problem" in line ? { line: line.line, code: line.problem.code } : line));

describe("JSON Lines", () => {
  test("give documents with line numbers; empty lines are counted and passed over", async () => {
    const text = '\ufeff{"id":"a","text":"one","published":"2016-07-01","extra":1}\r\n\n{"id":"b","text":"two"}';
    expect(await linesOf([text])).toEqual([
      { line: 1, document: { id: "a", text: "one", published: "2016-07-01", extra: 1 } },
      { line: 3, document: { id: "b", text: "two" } },
    ]);
  });

  test.each([
    ["{no json}", "line-not-json"],
    ["[1,2]", "line-not-document"],
    ['{"id":"a"}', "line-not-document"],
    ['{"id":"","text":"x"}', "line-not-document"],
    ['{"id":"a","text":"x","published":"July"}', "line-not-document"],
    ['{"id":"a","text":"x","published":"2016-02-30"}', "line-not-document"],
  ])("set a bad line aside and go on: %s", async (bad, code) => {
    expect(await problemsOf(`{"id":"a","text":"one"}\n${bad}\n{"id":"b","text":"two"}\n`)).toEqual([
      { line: 1, document: { id: "a", text: "one" } },
      { line: 2, code },
      { line: 3, document: { id: "b", text: "two" } },
    ]);
  });

  test("that are not UTF-8 are told", async () => {
    const bytes = Buffer.concat([Buffer.from('{"id":"a","text":"caf'), Buffer.from([0xe9]), Buffer.from('"}\n')]);
    expect(await linesOf([bytes])).toMatchObject([
      { line: 1, problem: { code: "line-not-json", params: { detail: "not UTF-8" } } },
    ]);
  });

  test("of 50 MB in one line are passed over without being held", async () => {
    const piece = Buffer.alloc(1 << 20, "x");
    function* huge(): Generator<Uint8Array | string> {
      yield '{"id":"a","text":"';
      for (let i = 0; i < 50; i++) yield piece;
      yield '"}\n{"id":"b","text":"two"}\n';
    }
    expect(await linesOf(huge())).toMatchObject([
      { line: 1, problem: { code: "line-too-long", params: { limit: 20 } } },
      { line: 2, document: { id: "b" } },
    ]);
  });

  test("are the same however the stream is cut", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme" })),
        fc.array(fc.integer({ min: 1, max: 40 })),
        async (texts, cuts) => {
          const documents = texts.map((text, i) => ({ id: `d${i}`, text }));
          let rest = Buffer.from(documents.map((d) => `${JSON.stringify(d)}\n`).join(""));
          const chunks: Buffer[] = [];
          for (const cut of cuts) {
            chunks.push(rest.subarray(0, cut));
            rest = rest.subarray(cut);
          }
          const lines = await linesOf([...chunks, rest].filter((chunk) => chunk.length > 0));
          expect(lines).toEqual(documents.map((document, i) => ({ line: i + 1, document })));
        },
      ),
    ));
});
