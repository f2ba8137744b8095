import { openDates } from "../../src/dates/index.ts";
import { openPlumbline } from "../../src/desk/plumbline.ts";
import { packageResources } from "../../src/desk/resources.ts";
import { openPlaces } from "../../src/places/index.ts";
import type { RecordRow, ReferenceRecord } from "../../src/record/index.ts";
import { addDays } from "../../src/record/index.ts";
import { openText, outlineOf } from "../../src/text/index.ts";
import type { Bench, BenchRow } from "./bench-row.ts";
import { sampleArticles } from "./bench-texts.ts";
import { rate } from "./rate.ts";

const WORDS = 500;
const TEXTS = sampleArticles(40);
/** The sample articles differ in length: all rates are of articles of 500 words. */
const ARTICLES = TEXTS.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0) / WORDS;

const perSecond = (read: () => void): number =>
  rate(() => {
    read();
    return ARTICLES;
  });

/** Seconds of CPU that an article of 500 words costs in each room, and in the whole chain with its claims. */
function costs(): { readonly room: string; readonly seconds: number }[] {
  const plumbline = openPlumbline(packageResources, null);
  const text = openText(packageResources);
  const dates = openDates(packageResources);
  const places = openPlaces(packageResources);
  const readings = TEXTS.map((words) => text.read(words));
  const cost = (read: () => void): number => 1 / perSecond(read);
  const whole = cost(() => TEXTS.forEach((words, i) => void plumbline.code({ id: `a${i}`, text: words })));
  const rooms = [
    { room: "text", seconds: cost(() => TEXTS.forEach((words) => void text.read(words))) },
    {
      room: "dates",
      seconds: cost(() => readings.forEach((reading) => void dates.read(outlineOf(reading), { published: null }))),
    },
    { room: "places", seconds: cost(() => readings.forEach((reading) => void places.read(reading))) },
  ];
  const known = rooms.reduce((sum, { seconds }) => sum + seconds, 0);
  return [{ room: "whole", seconds: whole }, ...rooms, { room: "actors, events and claims", seconds: whole - known }];
}

const CLASSES = ["armed-assault", "bombing", "protest", "riot", "strike"] as const;
const TOWNS = ["Aktobe", "Atyrau", "Almaty", "Taraz", "Semey", "Kostanay", "Shymkent"] as const;

/** 5,000 invented rows over ten years. */
function invented(): ReferenceRecord {
  const rows = Array.from({ length: 5000 }, (_, i): RecordRow => {
    const day = addDays("2008-01-01", (i * 37) % 3650);
    const town = TOWNS[i % TOWNS.length] ?? "Aktobe";
    return {
      id: `r${i}`,
      from: day,
      to: day,
      datePrecision: "day",
      place: town,
      admin1: null,
      country: "KZ",
      lat: 44 + (i % 90) / 10,
      lon: 52 + (i % 300) / 10,
      precision: "city",
      class: CLASSES[i % CLASSES.length] ?? "protest",
      description: `Invented row ${i} in ${town}.`,
      killed: i % 3 === 0 ? null : { min: i % 5, max: i % 5 },
      killedAttackers: null,
      injured: null,
      actor: null,
      target: null,
      claimedBy: null,
      origins: 1,
      sources: null,
    };
  });
  return { rows, card: null, indicators: [] };
}

/** An article of about 1,000 words, coded and checked against the 5,000 rows; seconds of CPU. */
function checking(): number {
  const plumbline = openPlumbline(packageResources, null);
  const article = sampleArticles(3)
    .join("\n\n")
    .split(/(?<=\s)/)
    .slice(0, 1000)
    .join("");
  const record = invented();
  return (
    1 /
    rate(() => {
      plumbline.check(plumbline.code({ id: "a", text: article, published: "2016-07-01" }), record);
      return 1;
    })
  );
}

export const bench: Bench = {
  title: "The whole chain, articles of 500 words, one core",
  measure(): BenchRow[] {
    const [whole, ...rooms] = costs();
    return [
      { what: "coding, claims included", value: 1 / whole!.seconds, unit: "articles/s", bar: { of: "value", at: 15 } },
      ...rooms.map(({ room, seconds }) => ({
        what: `share of ${room}`,
        value: (100 * seconds) / whole!.seconds,
        unit: "%",
      })),
      {
        what: "1,000 words coded and checked against 5,000 rows",
        value: checking(),
        unit: "s",
        bar: { of: "value", at: 3, atMost: true },
      },
    ];
  },
};
