import fc from "fast-check";
import { expect, test } from "vitest";
import { cluster } from "../../src/linking/cluster.ts";
import { hashMembers } from "../../src/linking/hash-members.ts";
import type { CodedDocument } from "../../src/record/index.ts";
import { incidentSchema } from "../../src/record/index.ts";
import type { Told } from "../claims/article.ts";
import { coded } from "../claims/article.ts";
import { linker } from "./rows.ts";

const document = (doc: string, text: string, ...events: Told[]): CodedDocument => ({
  ...coded({ text, events }).coded,
  doc,
});

const RAID = "Gunmen raided the mill.";
const raid = (x: Partial<Told> = {}): Told => ({
  class: "armed-assault",
  words: "raided",
  date: "2020-05-03",
  place: "Lira",
  target: "the mill",
  ...x,
});
const members = (documents: CodedDocument[]) =>
  linker.linkEvents(documents).map((incident) => incident.members.map(({ doc, event }) => `${doc}/${event}`));

test("two reports of one raid are one incident, with every link's reasons", () => {
  const incidents = linker.linkEvents([document("a", RAID, raid()), document("b", RAID, raid())]);
  expect(incidents).toHaveLength(1);
  expect(incidents[0]!.links[0]!.band).toBe("joined");
  expect(incidents[0]!.links[0]!.reasons.map(({ level }) => level)).toContain("same day");
});

test.each<[string, Partial<Told>]>([
  ["another day and town", { date: "2020-06-03", place: "Jinja" }],
  ["another kind of event", { class: "strike" }],
  ["a month later, same town", { date: "2020-06-03" }],
])("a report of %s stays apart", (_, x) =>
  expect(members([document("a", RAID, raid()), document("b", RAID, raid(x))])).toHaveLength(2),
);

test("two events of one document are never one incident", () => {
  const twice = document("a", `${RAID} They burned it.`, raid({ id: "e1" }), raid({ id: "e2", words: "burned" }));
  expect(
    members([twice, document("b", RAID, raid())]).every((docs) => new Set(docs.map((d) => d[0])).size === docs.length),
  ).toBe(true);
});

test.each<[string, Partial<Told>]>([
  ["denied", { factuality: "denied" }],
  ["supposed", { factuality: "hypothetical" }],
])("an event that is %s is no incident", (_, x) => expect(members([document("a", RAID, raid(x))])).toEqual([]));

test("incidents have the form of the contract, in order of date, whatever the order of the documents", () => {
  const documents = [
    document("a", RAID, raid()),
    document("b", RAID, raid()),
    document("c", RAID, raid({ date: "2019-01-01" })),
  ];
  const there = linker.linkEvents(documents);
  for (const incident of there) incidentSchema.parse(incident);
  expect(there.map(({ date }) => date?.from)).toEqual(["2019-01-01", "2020-05-03"]);
  const ids = (given: CodedDocument[]) => linker.linkEvents(given).map(({ id }) => id);
  expect(ids([...documents].reverse())).toEqual(ids(documents));
});

test("an id depends on the members and not on their order", () => {
  const pairs = fc.array(fc.record({ doc: fc.string(), event: fc.string() }), { minLength: 1 });
  fc.assert(
    fc.property(pairs, (list) => {
      expect(hashMembers([...list].reverse())).toBe(hashMembers(list));
    }),
  );
  expect(hashMembers([{ doc: "a", event: "e1" }])).not.toBe(hashMembers([{ doc: "a", event: "e2" }]));
});

test("no cluster holds two items of one group, and every item is in one cluster", () => {
  const groups = fc.array(fc.constantFrom("a", "b", "c", null), { minLength: 1, maxLength: 12 });
  const edge = fc.record({ a: fc.nat(11), b: fc.nat(11), score: fc.integer({ min: 0, max: 20 }) });
  fc.assert(
    fc.property(groups, fc.array(edge), (of, all) => {
      const edges = all.filter(({ a, b }) => a !== b && a < of.length && b < of.length);
      const clusters = cluster(of, edges, 7);
      expect(clusters.flat().sort((x, y) => x - y)).toEqual(of.map((_, i) => i));
      for (const items of clusters) {
        const named = items.map((i) => of[i]).filter((group) => group !== null);
        expect(new Set(named).size).toBe(named.length);
      }
    }),
  );
});
