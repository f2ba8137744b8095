import { isRealDay } from "../record/index.ts";
import type { DateModifier } from "./date-mention.ts";
import { calendar, type Direction, type Meaning, ORIGINS, type Origin, unitOf } from "./meaning.ts";
import type { Captures } from "./rule-trie.ts";
import { isUnit } from "./units.ts";

/** What a field of the meaning column says: a word of its own, or a captured word's value, with its sign turned or not. */
type Field = { readonly text: string } | { readonly capture: string; readonly negated: boolean };

/**
 * The rows' meaning column: a kind and its fields, "offset unit=$UNIT count=-$NUM origin=speech".
 * `$name` stands for a captured word's value (or, where the word is a find, its meaning).
 */
export interface MeaningTemplate {
  readonly kind: string;
  readonly fields: Readonly<Record<string, Field>>;
}

function parseField(raw: string): Field {
  const reference = /^(-?)\$(\w+)$/.exec(raw);
  return reference === null ? { text: raw } : { capture: reference[2]!, negated: reference[1] === "-" };
}

export function parseTemplate(source: string): MeaningTemplate {
  const [kind = "", ...pairs] = source.split(/\s+/).filter((part) => part !== "");
  const fields = pairs.map((pair) => {
    const equals = pair.indexOf("=");
    return [pair.slice(0, equals), parseField(pair.slice(equals + 1))] as const;
  });
  return { kind, fields: Object.fromEntries(fields) };
}

const TEMPLATE_KINDS = [
  "calendar",
  "numeric",
  "weekday",
  "offset",
  "decade",
  "century",
  "named",
  "foreign",
  "within",
  "modified",
  "range",
  "fiscalyear",
  "comparison",
  "counted",
  "dayof",
  "yeartail",
  "elapsed",
  "remaining",
  "beyond",
  "duration",
  "set",
  "same",
] as const;
export const isTemplateKind = (kind: string): boolean => (TEMPLATE_KINDS as readonly string[]).includes(kind);

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  last: "last",
  past: "last",
  previous: "last",
  this: "this",
  current: "this",
  next: "next",
  coming: "next",
  that: "that",
  following: "following",
  preceding: "preceding",
};

/** Words that stand for a unit without naming one. */
const UNIT_OF_WORD: Readonly<Record<string, string>> = { night: "day", evening: "day" };

/** The fields of one match, read as text, number or meaning. */
class Fields {
  private readonly template: MeaningTemplate;
  private readonly captures: Captures;
  constructor(template: MeaningTemplate, captures: Captures) {
    this.template = template;
    this.captures = captures;
  }
  text(name: string): string | null {
    const field = this.template.fields[name];
    if (field === undefined) return null;
    if ("text" in field) return field.text;
    const word = this.captures(field.capture);
    return word === undefined ? null : `${field.negated ? "-" : ""}${word.value}`;
  }
  number(name: string): number | null {
    const text = this.text(name);
    return text === null || text === "" || text === "-" || Number.isNaN(Number(text)) ? null : Number(text);
  }
  meaning(name: string): Meaning | null {
    const field = this.template.fields[name];
    return field !== undefined && "capture" in field ? (this.captures(field.capture)?.meaning ?? null) : null;
  }
  direction(): Direction | null {
    const text = this.text("direction");
    return text === null ? null : (DIRECTIONS[text] ?? null);
  }
}

function calendarFrom(fields: Fields): Meaning | null {
  const month = fields.number("month");
  const before = fields.number("before");
  const ending = fields.number("year");
  const year = ending !== null && month !== null && before !== null && month > before ? ending - 1 : ending;
  const day = fields.number("day");
  if (year !== null && (year < 1 || year > 9999)) return null;
  // 29 February of an unknown year is real enough.
  if (day !== null && month !== null && !isRealDay(year ?? 2000, month, day)) return null;
  const quarter = fields.number("quarter");
  const half = fields.number("half");
  if ((quarter !== null && (quarter < 1 || quarter > 4)) || (half !== null && (half < 1 || half > 2))) return null;
  if (day !== null && (day < 1 || day > 31)) return null;
  return calendar({
    year,
    shortYear: fields.number("short"),
    month,
    day,
    season: fields.text("season"),
    quarter,
    half,
    direction: fields.direction(),
    before,
  });
}

/** "1915-17": the second figure is a year of the first one's century, and later. */
function yearTail(base: number | null, tail: number | null): Meaning | null {
  if (base === null || tail === null) return null;
  const year = Math.floor(base / 100) * 100 + tail;
  return year > base ? calendar({ year }) : null;
}

function offsetFrom(fields: Fields): Meaning | null {
  const named = fields.text("unit");
  const unit = named === null ? null : (UNIT_OF_WORD[named] ?? named);
  if (unit === null || !isUnit(unit)) return null;
  const origin: Origin | null =
    fields.meaning("origin") ?? ORIGINS.find((known) => known === fields.text("origin")) ?? null;
  return origin === null ? null : { kind: "offset", unit, count: fields.number("count"), origin };
}

/** "two weeks after 3 May": the duration counted from the date. */
function countedFrom(fields: Fields): Meaning | null {
  const both = pair(fields, "by", "origin");
  if (both === null) return null;
  const [duration, origin] = both;
  if (duration.kind !== "duration" || duration.unit === null || duration.count === null) return null;
  return {
    kind: "offset",
    unit: duration.unit,
    count: fields.text("sign") === "-" ? -duration.count : duration.count,
    origin,
  };
}

/** The month's word carries its calendar ("persian/7"), unless the row names the calendar. */
function foreignFrom(fields: Fields): Meaning | null {
  const named = fields.text("calendar");
  const [calendarName, month] =
    named === null ? (fields.text("month") ?? "").split("/") : [named, fields.text("month")];
  const year = fields.number("year");
  if (calendarName === undefined || year === null) return null;
  return { kind: "foreign", calendar: calendarName, year, month: Number(month), day: fields.number("day") };
}

function comparisonFrom(fields: Fields): Meaning {
  const plainOrigin = ORIGINS.find((known) => known === fields.text("plain"));
  const plain: Meaning | null =
    plainOrigin === undefined ? null : { kind: "offset", unit: "year", count: -1, origin: plainOrigin };
  return {
    kind: "comparison",
    quarter: fields.number("quarter"),
    year: fields.number("year"),
    back: fields.number("back") ?? 0,
    plain,
  };
}

function pair(fields: Fields, first: string, second: string): readonly [Meaning, Meaning] | null {
  const a = fields.meaning(first);
  const b = fields.meaning(second);
  return a === null || b === null ? null : [a, b];
}

const MODIFIERS: Readonly<Record<string, Exclude<DateModifier, null>>> = {
  early: "early",
  mid: "mid",
  late: "late",
  about: "about",
  before: "before",
  after: "after",
  since: "since",
};

/** "3-5-1990", "1990-3-5", "25/12/16": which figure is which, or null where no reading is a day. */
export function numericMeaning(value: string): Meaning | null {
  const [a = 0, b = 0, c = 0] = value.split("-").map(Number);
  const lengths = value.split("-").map((part) => part.length);
  if (lengths[0]! === 4) return isRealDay(a, b, c) ? calendar({ year: a, month: b, day: c }) : null;
  if (lengths[0]! > 2 || (lengths[2] !== 4 && lengths[2] !== 2)) return null;
  const year = lengths[2] === 4 ? { year: c } : { shortYear: c };
  const test = lengths[2] === 4 ? c : 2000;
  const dayFirst = isRealDay(test, b, a);
  const monthFirst = isRealDay(test, a, b);
  if (!dayFirst && !monthFirst) return null;
  const swappable = dayFirst && monthFirst && a !== b;
  const first = dayFirst === monthFirst ? null : dayFirst ? "day" : "month";
  return calendar({ ...year, month: dayFirst ? b : a, day: dayFirst ? a : b, swappable, first });
}

/** The meaning of one match, or null where its figures name no date ("February 30"). */
export function buildMeaning(template: MeaningTemplate, captures: Captures): Meaning | null {
  const fields = new Fields(template, captures);
  switch (template.kind) {
    case "calendar":
      return calendarFrom(fields);
    case "numeric":
      return numericMeaning(fields.text("value") ?? "");
    case "offset":
      return offsetFrom(fields);
    case "weekday": {
      const weekday = fields.number("weekday");
      return weekday === null ? null : { kind: "weekday", weekday, direction: fields.direction() };
    }
    case "decade":
      return decadeFrom(fields);
    case "century": {
      const ordinal = fields.number("ordinal");
      return ordinal === null || ordinal < 2 || ordinal > 22 ? null : { kind: "century", first: (ordinal - 1) * 100 };
    }
    case "named": {
      const name = fields.text("name");
      return name === null ? null : { kind: "named", name, year: fields.number("year"), direction: fields.direction() };
    }
    case "foreign":
      return foreignFrom(fields);
    case "within": {
      const both = pair(fields, "part", "whole");
      return both === null ? null : { kind: "within", part: both[0], whole: both[1] };
    }
    case "range": {
      const both = pair(fields, "from", "to");
      return both === null ? null : { kind: "range", from: both[0], to: both[1] };
    }
    case "modified": {
      const of = fields.meaning("of");
      return of === null ? null : { kind: "modified", modifier: MODIFIERS[fields.text("as") ?? ""] ?? null, of };
    }
    case "elapsed":
    case "remaining": {
      const of = fields.meaning("of");
      return of === null ? null : { kind: template.kind, of };
    }
    case "fiscalyear": {
      const year = fields.number("year");
      return year === null ? null : { kind: "fiscal", of: calendar({ year }) };
    }
    case "yeartail":
      return yearTail(fields.number("base"), fields.number("tail"));
    case "comparison":
      return comparisonFrom(fields);
    case "dayof": {
      const whole = fields.meaning("whole");
      const day = fields.number("day");
      return whole === null || day === null || unitOf(whole) !== "month"
        ? null
        : { kind: "within", part: calendar({ day }), whole };
    }
    case "same":
      return fields.meaning("as");
    case "beyond":
      return { kind: "beyond" };
    case "duration": {
      const unit = fields.text("unit");
      return { kind: "duration", unit: unit !== null && isUnit(unit) ? unit : null, count: fields.number("count") };
    }
    case "counted":
      return countedFrom(fields);
    case "set":
      return { kind: "set" };
    default:
      return null;
  }
}

function decadeFrom(fields: Fields): Meaning | null {
  const value = fields.text("value");
  if (value === null) return null;
  return value.length === 4
    ? { kind: "decade", first: Number(value), short: null }
    : { kind: "decade", first: null, short: Number(value) };
}
