import { packageResources } from "../../src/desk/resources.ts";
import type { EventLike } from "../../src/linking/index.ts";
import { openLinker } from "../../src/linking/index.ts";
import type { RecordRow } from "../../src/record/index.ts";

export const linker = openLinker(packageResources);

/** A row of an invented record: a shooting in Lira, Uganda. */
export const row = (x: Partial<RecordRow> = {}): RecordRow => ({
  id: "r1",
  from: "2020-05-03",
  to: "2020-05-03",
  datePrecision: "day",
  place: "Lira",
  admin1: "Northern Region",
  country: "UG",
  lat: 2.235,
  lon: 32.909,
  precision: "city",
  class: "armed-assault",
  description: "Two men shot at a bus of the harvest cooperative.",
  killed: { min: 2, max: 4 },
  killedAttackers: null,
  injured: null,
  actor: "two men",
  target: "bus of the harvest cooperative",
  claimedBy: null,
  origins: 2,
  sources: null,
  ...x,
});

export const lira = {
  name: "Lira",
  lat: 2.235,
  lon: 32.909,
  country: "UG",
  admin1: "Northern Region",
  precision: "city",
  radiusKm: 0,
  ground: "said",
} as const;

export const day = (date: string, night = false) =>
  ({ from: date, to: date, precision: "day", night, carried: false }) as const;

export const event = (x: Partial<EventLike> = {}): EventLike => ({
  class: "armed-assault",
  date: day("2020-05-03"),
  place: lira,
  actors: ["gunmen"],
  targets: ["a bus"],
  words: "Gunmen shot at a bus near Lira.",
  killed: null,
  injured: null,
  ...x,
});
