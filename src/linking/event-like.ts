import type { Count, DatePrecision, Event, PlacePrecision, RecordRow } from "../record/index.ts";

/** When something is said to have happened; both ends included. */
export interface When {
  readonly from: string;
  readonly to: string;
  readonly precision: DatePrecision;
  /** The words speak of a night or late evening: the next day is then no other day. */
  readonly night: boolean;
  /** Taken over from another passage: may agree with a row, but says nothing against one. */
  readonly carried: boolean;
}

/** Where; coordinates in degrees WGS84, null where the source gives a name only. */
export interface Where {
  readonly name: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly precision: PlacePrecision;
  /** Half the extent of an area; 0 for a point. */
  readonly radiusKm: number;
  /**
   * said: the words settle it. name-only: a bare name, which of its bearers is our reading. carried: taken over from
   * another passage. What is not said may agree with a row, but says nothing against one.
   */
  readonly ground: "said" | "name-only" | "carried";
}

/** What is compared: an event of a text, a row of a record, or what a single claim says. */
export interface EventLike {
  readonly class: string;
  readonly date: When | null;
  readonly place: Where | null;
  /** Who did it, as phrases ("gunmen on two motorcycles"). */
  readonly actors: readonly string[];
  /** Whom or what it was done to, as phrases. */
  readonly targets: readonly string[];
  /** Further words about it: the sentence, the row's description. */
  readonly words: string;
  readonly killed: Count | null;
  readonly injured: Count | null;
}

const NIGHT = /\b(?:night|overnight|midnight|late on|evening)\b/i;
export const speaksOfNight = (words: string): boolean => NIGHT.test(words);

const ACTING: ReadonlySet<string> = new Set(["perpetrator", "organiser", "actor"]);
const SUFFERING: ReadonlySet<string> = new Set(["target", "victim", "recipient"]);

const counted = (name: string, count: Count | null): string =>
  count === null || count.min === null || count.min < 2 ? name : `${count.min} ${name}`;

const phrases = (event: Event, roles: ReadonlySet<string>): string[] =>
  event.participants.filter((who) => roles.has(who.role)).map((who) => counted(who.name, who.count));

/** How much of an event's date and place its own passage says. */
export interface Grounds {
  readonly dateCarried: boolean;
  readonly place: Where["ground"];
}
const ALL_SAID: Grounds = { dateCarried: false, place: "said" };

/** An event of a text as something to compare; `words` are the passage it stands in. */
export const fromEvent = (event: Event, words: string, grounds: Grounds = ALL_SAID): EventLike => ({
  class: event.incident,
  date: event.date && {
    from: event.date.from,
    to: event.date.to,
    precision: event.date.precision,
    night: event.date.mentions.some((mention) => speaksOfNight(mention.text)) || speaksOfNight(words),
    carried: grounds.dateCarried,
  },
  place: event.place && { ...event.place, radiusKm: event.place.radiusKm ?? 0, ground: grounds.place },
  actors: phrases(event, ACTING),
  targets: phrases(event, SUFFERING),
  words,
  killed: event.casualties.killed,
  injured: event.casualties.injured,
});

const listed = (cell: string | null): string[] => (cell === null ? [] : cell.split(";").map((part) => part.trim()));

export const fromRow = (row: RecordRow): EventLike => ({
  class: row.class,
  date: {
    from: row.from,
    to: row.to,
    precision: row.datePrecision,
    night: speaksOfNight(row.description),
    carried: false,
  },
  place:
    row.place === null && row.admin1 === null && row.country === null
      ? null
      : {
          name: row.place ?? row.admin1 ?? row.country ?? "",
          lat: row.lat,
          lon: row.lon,
          country: row.country,
          admin1: row.admin1,
          precision: row.precision ?? (row.place === null ? (row.admin1 === null ? "country" : "admin1") : "city"),
          radiusKm: 0,
          ground: "said",
        },
  actors: listed(row.actor),
  targets: listed(row.target),
  words: row.description,
  killed: row.killed,
  injured: row.injured,
});
