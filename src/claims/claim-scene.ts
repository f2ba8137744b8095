import type { EventLike } from "../linking/index.ts";
import { speaksOfNight } from "../linking/index.ts";
import type { CodedDocument, Count, Span } from "../record/index.ts";
import { daysShared, overlaps } from "../record/index.ts";

type Coded = Pick<CodedDocument, "dates" | "places">;

const datesOf = (claim: Span, coded: Coded): readonly { from: string; to: string; precision: string }[] =>
  coded.dates.flatMap((date) =>
    overlaps(date, claim) &&
    date.from !== null &&
    date.to !== null &&
    date.precision !== "decade" &&
    date.precision !== "century"
      ? [{ from: date.from, to: date.to, precision: date.precision }]
      : [],
  );

/** Does the claim name a date of its own on which the event did not happen? Then it speaks of another event. */
export function speaksOfAnotherTime(
  claim: Span,
  coded: Coded,
  event: { date: { from: string; to: string } | null },
): boolean {
  const own = datesOf(claim, coded);
  const { date } = event;
  return date !== null && own.length > 0 && own.every((each) => daysShared(each, date) < 1);
}

/** What a claim itself says of when and where, for a claim that the coder made no event of. */
export function sceneOf(claim: Span, coded: Coded, toll: { killed: Count | null; injured: Count | null }): EventLike {
  const [date] = coded.dates.filter((each) => overlaps(each, claim) && each.from !== null && each.to !== null);
  const place = coded.places.find(
    (each) => overlaps(each, claim) && each.name !== undefined && each.precision !== "country",
  );
  return {
    // Killing many is told as a massacre by one, as an assault or a bombing by another: that class is in all their families.
    class: toll.killed === null ? "other" : "massacre",
    date:
      date?.from == null || date.to === null
        ? null
        : { from: date.from, to: date.to, precision: date.precision, night: speaksOfNight(claim.text), carried: false },
    place:
      place === undefined
        ? null
        : {
            name: place.name ?? place.text,
            lat: place.lat,
            lon: place.lon,
            country: place.country,
            admin1: null,
            precision: place.precision ?? "city",
            radiusKm: 0,
            ground: "name-only",
          },
    actors: [],
    targets: [],
    words: claim.text,
    killed: toll.killed,
    injured: toll.injured,
  };
}
