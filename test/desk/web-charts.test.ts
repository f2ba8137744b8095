import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearPart, openAtlas } from "../../src/desk/web/atlas.ts";
import { placeLane } from "../../src/desk/web/lanes-layout.ts";
import { type Box, placeLabels } from "../../src/desk/web/map-labels.ts";
import { layOut, projectionFor } from "../../src/desk/web/map-layout.ts";
import { timeAxis } from "../../src/desk/web/time-axis.ts";
import type { TimelineMark } from "../../src/desk/web/timeline-mark.ts";
import type { Event } from "../../src/record/index.ts";
import { INVENTED_SHEET } from "../browser/invented-sheet.ts";

const axis = timeAxis("2014-01-01", "2015-12-31", 0, 730);

const mark = (from: string, to: string, precision = "day"): TimelineMark => ({
  id: `${from}/${to}/${precision}`,
  key: "row:x",
  lane: "violence",
  from,
  to,
  precision,
  state: "omitted",
  label: "",
});

describe("the time axis", () => {
  test("spans its days from end to end", () => {
    expect(axis.x(16071)).toBe(0);
    expect(axis.x(16071 + 730)).toBe(730);
  });

  test.each([
    ["2010-01-01", "2016-12-31", "2010|2011|2012|2013|2014|2015|2016"],
    ["2011-05-01", "2014-12-31", "2011|2012|2013|2014"],
    ["2016-04-20", "2016-07-10", "Apr 2016|May|Jun|Jul"],
    ["2016-06-05", "2016-06-05", "5 June 2016"],
  ])("%s to %s is labelled %s", (from, to, labels) => {
    const { ticks } = timeAxis(from, to, 0, 900);
    expect(ticks.flatMap(({ label }) => label ?? []).join("|")).toBe(labels);
  });

  test("labels never stand closer than they are wide", () => {
    const { ticks } = timeAxis("1900-01-01", "2020-12-31", 0, 320);
    const xs = ticks.filter(({ label }) => label !== null).map(({ x }) => x);
    for (const [i, x] of xs.entries()) if (i > 0) expect(x - (xs[i - 1] ?? 0)).toBeGreaterThanOrEqual(47);
  });
});

describe("marks in a lane", () => {
  test.each([
    ["2014-03-03", "2014-03-03", "day", "dot"],
    ["2014-03-01", "2014-03-31", "month", "soft-bar"],
    ["2014-03-03", "2014-06-20", "day", "bar"],
    ["2014-03-03", "2014-03-05", "interval", "dot"],
  ])("%s to %s known to the %s is a %s", (from, to, precision, shape) => {
    expect(placeLane([mark(from, to, precision)], axis).marks[0]?.shape).toBe(shape);
  });

  test("a span beyond the axis is cut at its end, not drawn outside", () => {
    const [placed] = placeLane([mark("2010-01-01", "2020-12-31", "decade")], axis).marks;
    expect([placed?.left, placed?.right]).toEqual([0, 730]);
  });

  test("no two marks cover each other, and a bar lies beyond the dots that it passes", () => {
    const days = fc.integer({ min: 0, max: 700 });
    fc.assert(
      fc.property(fc.array(fc.tuple(days, fc.constantFrom(0, 0, 30, 200)), { maxLength: 40 }), (spans) => {
        const day = (n: number): string => new Date(Date.UTC(2014, 0, 1 + n)).toISOString().slice(0, 10);
        const { marks } = placeLane(
          spans.map(([from, length]) => mark(day(from), day(from + length), length === 0 ? "day" : "interval")),
          axis,
        );
        expect(marks).toHaveLength(spans.length);
        for (const a of marks) {
          for (const b of marks) {
            if (a === b || a.left > b.right || b.left > a.right) continue;
            expect(a.level).not.toBe(b.level);
            if (a.shape === "dot" && b.shape !== "dot") expect(b.level).toBeGreaterThan(a.level);
          }
        }
      }),
    );
  });
});

describe("map labels", () => {
  const frame: Box = { left: 0, top: 0, right: 400, bottom: 300 };
  const wish = (x: number, y: number, text = "Place") => ({ key: `${x},${y}`, text, x, y, away: 8, size: 14 });

  test("stand right of their point, else left where the frame ends", () => {
    const placed = placeLabels([wish(100, 100), wish(390, 200)], [], frame);
    expect(placed.map(({ anchor }) => anchor)).toEqual(["start", "end"]);
  });

  test("give way to one another, and are left out where there is no room", () => {
    const placed = placeLabels(
      [wish(100, 100), wish(101, 100), wish(102, 100), wish(103, 100), wish(104, 100)],
      [],
      frame,
    );
    expect(placed.length).toBeGreaterThan(1);
    expect(placed.length).toBeLessThan(5);
  });

  test("cover nothing that is taken", () => {
    expect(placeLabels([wish(100, 100)], [{ left: 0, top: 0, right: 400, bottom: 300 }], frame)).toEqual([]);
  });
});

describe("what the map draws", () => {
  const { events } = INVENTED_SHEET.coded;
  const laneOf = (): "violence" => "violence";

  test("dots only for towns and sites; everything coarser is an area, everything else is listed", () => {
    const { dots, areas, unlocated } = layOut(events, laneOf);
    expect(dots.flatMap((dot) => dot.events.map(({ place }) => place?.precision))).toEqual(
      expect.not.arrayContaining(["admin1", "admin2", "country", "region"]),
    );
    expect(areas.map(({ name, outline }) => [name, outline])).toEqual([
      ["Upper Orla", false],
      ["Paraguay", true],
    ]);
    expect(unlocated.map(({ id }) => id)).toEqual(["e7", "e9"]);
    const drawn = [...dots, ...areas].reduce((sum, group) => sum + group.events.length, 0);
    expect(drawn + unlocated.length).toBe(events.length);
  });

  const at = (id: string, lat: number, lon: number): Event => {
    const [first] = events;
    if (first?.place == null) throw new Error("the invented sheet's first event has a place");
    return { ...first, id, place: { ...first.place, lat, lon } };
  };

  test.each([
    ["one town", [[50, 57]]],
    [
      "both sides of the antimeridian",
      [
        [-17, 179],
        [-14, -172],
      ],
    ],
    [
      "near a pole",
      [
        [89, 10],
        [88, -170],
      ],
    ],
    [
      "round the world",
      [
        [0, 0],
        [0, 120],
        [0, -120],
        [60, 10],
      ],
    ],
  ])("every place lands inside the frame: %s", (_, places) => {
    const content = layOut(
      places.map(([lat = 0, lon = 0], i) => at(`e${i}`, lat, lon)),
      laneOf,
    );
    const projection = projectionFor(content, 800, 500);
    for (const [lat = 0, lon = 0] of places) {
      const [x, y] = projection([lon, lat]) ?? [Number.NaN, Number.NaN];
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(800);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(500);
    }
  });

  test("the part of the atlas around a place holds its country and its neighbours, not the far side", () => {
    const names = nearPart(openAtlas(), [68, 48], 35).countries.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Kazakhstan", "Russia", "China", "Uzbekistan"]));
    expect(names).not.toEqual(expect.arrayContaining(["Brazil"]));
  });

  test("inside a large country its far outline is still drawn", () => {
    expect(nearPart(openAtlas(), [134, -25], 1).countries.map(({ name }) => name)).toContain("Australia");
  });
});
