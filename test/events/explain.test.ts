import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openPlumbline } from "../../src/desk/plumbline.ts";
import { packageResources } from "../../src/desk/resources.ts";
import { CONFIDENCE_FEATURES } from "../../src/events/index.ts";
import { parseTable } from "../../src/record/index.ts";

const plumbline = openPlumbline();
const TEXT = "Gunmen killed two guards near Lira on 3 May 2021, police said. The blast was heard in Gulu.";
const document = { id: "test", text: TEXT, published: "2021-05-04" };

describe("why an event is coded as it is", () => {
  const traces = plumbline.explain(document);
  const [trace] = traces;
  const value = (field: string) => trace?.values.find((one) => one.field === field);

  test("every coded event is explained, and no other", () => {
    expect(traces.map(({ event }) => event)).toEqual(plumbline.code(document).coded.events.map(({ id }) => id));
  });

  test("the class names its row of the table", () => {
    expect(value("class")).toMatchObject({ value: "ASSAULT/- armed-assault" });
    expect(value("class")?.rule).toMatch(/^triggers\.tsv:\d+ \(verb "kill"\)$/);
  });

  test.each([
    ["date", "2021-05-03", "said in the sentence"],
    ["perpetrator", "Gunmen", 'slot "subj" by the roles of ASSAULT'],
    ["victim", "two guards", 'slot "obj" by the roles of ASSAULT'],
    ["killed", "2", "object-of-verb"],
    ["factuality", "attributed, completed", "a verb of saying (say)"],
  ])("%s is %s: %s", (field, words, rule) => {
    expect(value(field)).toMatchObject({ value: words, rule });
  });

  test("the words are the text's own", () => {
    for (const { words } of trace?.values ?? [])
      for (const { start, end, text } of words) expect(TEXT.slice(start, end)).toBe(text);
  });

  test("a rival date is the runner-up", () => {
    const text = "On 3 May 2021 gunmen killed two guards near Lira, a week after the truce of 26 April 2021.";
    const [other] = plumbline.explain({ id: "test", text });
    expect(other?.values.find(({ field }) => field === "date")?.runnerUp).toMatch(/26 April 2021/);
  });

  test.each(["", "   ", "(((((", "📍📍📍"])("nothing is explained in: %s", (text) => {
    expect(plumbline.explain({ id: "test", text })).toEqual([]);
  });
});

describe("confidence", () => {
  test("has a weight for every feature, and no other", () => {
    const { rows } = parseTable("event-confidence.tsv", packageResources.table("event-confidence.tsv"));
    expect(rows.map(({ cells }) => cells.feature)).toEqual(["intercept", ...CONFIDENCE_FEATURES]);
  });

  test("is a share, and the same for the same words", () => {
    const verbs = fc.constantFrom("killed", "attacked", "kidnapped", "met");
    fc.assert(
      fc.property(verbs, fc.constantFrom("", " near Lira", " on 3 May 2021"), (verb, tail) => {
        const text = `Gunmen ${verb} two guards${tail}.`;
        const code = () => plumbline.code({ id: createHash("md5").update(text).digest("hex"), text }).coded.events;
        const events = code();
        for (const { confidence } of events) expect(confidence > 0 && confidence < 1).toBe(true);
        expect(code()).toEqual(events);
      }),
      { numRuns: 12 },
    );
  });
});
