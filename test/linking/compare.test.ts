import fc from "fast-check";
import { expect, test } from "vitest";
import type { EventLike } from "../../src/linking/index.ts";
import type { RecordRow } from "../../src/record/index.ts";
import { day, event, linker, lira, row } from "./rows.ts";

const month = { from: "2020-05-01", to: "2020-05-31", precision: "month", night: false, carried: false } as const;
const gulu = { ...lira, name: "Gulu", lat: 2.7746, lon: 32.299 };
const northern = { ...lira, name: "Northern", lat: null, lon: null, precision: "admin1", admin1: "Northern" } as const;
const jos = { ...lira, name: "Jos", country: "NG", admin1: "Plateau State", lat: 9.93, lon: 8.89 };

test.each<[string, Partial<EventLike>, Partial<RecordRow>, "same" | "near" | "apart"]>([
  ["same day, same town", {}, {}, "same"],
  ["a month that holds the day", { date: month }, {}, "same"],
  ["a division that holds the town, its unit word aside", { place: northern }, {}, "same"],
  ["the day after, told of a night", { date: day("2020-05-04", true) }, {}, "same"],
  ["another town, same day, same named target", { place: gulu, targets: ["the cooperative's bus"] }, {}, "same"],
  [
    "another day, same town, same named target",
    { date: day("2020-05-13"), targets: ["the cooperative's bus"] },
    {},
    "same",
  ],
  [
    "another town, same day, only common words shared",
    { place: gulu, targets: ["people"] },
    { target: "people" },
    "near",
  ],
  ["another day and another town", { date: day("2020-06-13"), place: gulu }, {}, "near"],
  ["all three differ", { date: day("2020-06-13"), place: gulu, targets: ["a mill"], words: "" }, {}, "apart"],
  ["another family of classes", { class: "strike" }, {}, "apart"],
  ["no date: the place alone is not enough", { date: null, targets: [], words: "" }, {}, "near"],
  ["neither date nor place nor party", { date: null, place: null, targets: [], words: "" }, {}, "apart"],
])("%s", (_, claimed, recorded, relation) =>
  expect(linker.compareWithRow(event(claimed), row(recorded)).relation).toBe(relation),
);

test.each<[string, EventLike["place"], Partial<RecordRow>, "agrees" | "differs" | "unknown"]>([
  ["24 km apart", { ...lira, lat: lira.lat + 24 / 111.2 }, {}, "agrees"],
  ["26 km apart", { ...lira, lat: lira.lat + 26 / 111.2 }, {}, "differs"],
  ["a twin town across the border, 2 km away", { ...lira, country: "KE", lat: lira.lat + 2 / 111.2 }, {}, "differs"],
  [
    "a country that holds the town",
    { ...lira, name: "Uganda", precision: "country", admin1: null, lat: 1, lon: 32 },
    {},
    "agrees",
  ],
  ["another country", { ...lira, name: "Kenya", country: "KE", precision: "country", admin1: null }, {}, "differs"],
  [
    "a division of another name",
    { ...lira, name: "Central Region", precision: "admin1", admin1: "Central Region" },
    {},
    "differs",
  ],
  [
    "Plateau = Plateau State",
    { ...jos, name: "Plateau", precision: "admin1", admin1: "Plateau" },
    { place: "Jos", admin1: "Plateau State", country: "NG", lat: 9.93, lon: 8.89 },
    "agrees",
  ],
  [
    "names only, the same in other spelling",
    { ...lira, name: "LIRA", lat: null, lon: null },
    { place: "Líra", lat: null, lon: null },
    "agrees",
  ],
  ["no place", null, {}, "unknown"],
])("place: %s", (_, place, recorded, answer) =>
  expect(linker.compareWithRow(event({ place }), row(recorded)).place).toBe(answer),
);

test.each<[string, EventLike["place"], "agrees" | "differs" | "unknown"]>([
  ["said, and elsewhere", gulu, "differs"],
  ["carried over from another passage", { ...gulu, ground: "carried" }, "unknown"],
  ["a bare name that the row's place bears too", { ...gulu, name: "Lira", ground: "name-only" }, "agrees"],
  ["a bare name, another than the row's", { ...gulu, ground: "name-only" }, "differs"],
])("a place that is not the row's speaks against it only where it is said: %s", (_, place, answer) =>
  expect(linker.compareWithRow(event({ place }), row()).place).toBe(answer),
);

test("a date carried over from another passage speaks against no row", () =>
  expect(linker.compareWithRow(event({ date: { ...day("2020-06-13"), carried: true } }), row()).date).toBe("unknown"));

test.each<[string, EventLike["date"], "agrees" | "differs" | "unknown"]>([
  ["same day", day("2020-05-03"), "agrees"],
  ["next day", day("2020-05-04"), "differs"],
  ["next day, at night", day("2020-05-04", true), "agrees"],
  ["two days on, at night", day("2020-05-05", true), "differs"],
  ["no date", null, "unknown"],
])("date: %s", (_, date, answer) => expect(linker.compareWithRow(event({ date }), row()).date).toBe(answer));

test.each<[string, string[], string, "agrees" | "differs" | "unknown"]>([
  ["plural and singular", ["tax inspectors"], "tax inspector", "agrees"],
  ["common words only are no sign", ["the people"], "people", "unknown"],
  ["a number makes a common word tell", ["about 40 people"], "40 people", "agrees"],
  ["a number in words, with a gap", ["four of the organisers"], "4 organisers", "agrees"],
  ["another number", ["41 people"], "40 people", "differs"],
  ["another target", ["the mill"], "the tram", "differs"],
])("target: %s", (_, targets, target, answer) =>
  expect(linker.compareWithRow(event({ targets, words: "" }), row({ target, description: "" })).target).toBe(answer),
);

test("the rows that are the event come best first, whatever the order of the record", () => {
  const rows = [row({ id: "b", lat: 2.4 }), row({ id: "a" }), row({ id: "c", class: "strike" })];
  const ids = (given: RecordRow[]) => linker.linkToRecord([event()], given)[0]?.same.map((match) => match.row.id);
  expect(ids(rows)).toEqual(["a", "b"]);
  expect(ids([...rows].reverse())).toEqual(["a", "b"]);
});

test("the reasons add up to the score, and comparing is symmetric", () => {
  const days = fc.integer({ min: 1, max: 28 }).map((d) => day(`2020-05-${String(d).padStart(2, "0")}`));
  const some = fc.record({
    class: fc.constantFrom("bombing", "strike", "armed-assault", "unheard-of"),
    date: fc.option(days, { nil: null }),
    place: fc.constantFrom(lira, gulu, northern, jos, null),
    targets: fc.constantFrom([], ["a mill"], ["three buses"]),
    words: fc.constantFrom("", "The mill at night", "shots at three buses"),
  });
  fc.assert(
    fc.property(some, some, (x, y) => {
      const [a, b] = [event(x), event(y)];
      const there = linker.compare(a, b);
      const back = linker.compare(b, a);
      expect(there.relation).toBe(back.relation);
      expect(there.score).toBeCloseTo(back.score, 9);
      expect(there.reasons.reduce((sum, reason) => sum + reason.weight, 0)).toBeCloseTo(there.score, 9);
    }),
  );
});
