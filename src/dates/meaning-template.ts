import { isRealDay } from "../record/index.ts";
import { clockMinutes } from "./clock.ts";
import type { DateModifier } from "./date-mention.ts";
import { dualBuilder, foreignBuilder, foreignYearBuilder } from "./foreign-template.ts";
import { calendar, type Meaning, ORIGINS, unitOf } from "./meaning.ts";
import { numericMeaning } from "./numeric-date.ts";
import type { Captures } from "./rule-trie.ts";
import { type MeaningBuilder, parseFields, type TemplateFields } from "./template-fields.ts";
import { isUnit } from "./units.ts";

function calendarBuilder(fields: TemplateFields): MeaningBuilder {
  const [readYear, readShort, readMonth, readDay] = [
    fields.number("year"),
    fields.number("short"),
    fields.number("month"),
    fields.number("day"),
  ];
  const [readSeason, readQuarter, readHalf] = [fields.text("season"), fields.number("quarter"), fields.number("half")];
  const [readBefore, readDirection] = [fields.number("before"), fields.direction()];
  return (captures) => {
    const month = readMonth(captures);
    const before = readBefore(captures);
    const ending = readYear(captures);
    const year = ending !== null && month !== null && before !== null && month > before ? ending - 1 : ending;
    const day = readDay(captures);
    const quarter = readQuarter(captures);
    const half = readHalf(captures);
    if (!isPossible(year, month, day, quarter, half)) return null;
    return {
      kind: "calendar",
      year,
      shortYear: readShort(captures),
      month,
      day,
      season: readSeason(captures),
      quarter,
      half,
      direction: readDirection(captures),
      before,
      swappable: false,
      first: null,
    };
  };
}

type Figure = number | null;

/** 29 February of a year left open is possible. */
function isPossible(year: Figure, month: Figure, day: Figure, quarter: Figure, half: Figure): boolean {
  if (year !== null && (year < 1 || year > 9999)) return false;
  if (quarter !== null && (quarter < 1 || quarter > 4)) return false;
  if (half !== null && (half < 1 || half > 2)) return false;
  if (day === null) return true;
  return day >= 1 && day <= 31 && (month === null || isRealDay(year ?? 2000, month, day));
}

/** "1915-17": the second figure is a year of the first one's century, and later. */
function yearTailBuilder(fields: TemplateFields): MeaningBuilder {
  const readBase = fields.number("base");
  const readTail = fields.number("tail");
  return (captures) => {
    const base = readBase(captures);
    const tail = readTail(captures);
    if (base === null || tail === null) return null;
    const year = Math.floor(base / 100) * 100 + tail;
    return year > base ? calendar({ year }) : null;
  };
}

/** Words that stand for a unit without naming one. */
const UNIT_OF_WORD: Readonly<Record<string, string>> = { night: "day", evening: "day" };

function offsetBuilder(fields: TemplateFields): MeaningBuilder {
  const [readUnit, readCount, readOrigin, readFind] = [
    fields.text("unit"),
    fields.number("count"),
    fields.text("origin"),
    fields.meaning("origin"),
  ];
  return (captures) => {
    const named = readUnit(captures) ?? "";
    const unit = UNIT_OF_WORD[named] ?? named;
    const find = readFind(captures);
    const origin = find ?? ORIGINS.find((known) => known === readOrigin(captures)) ?? null;
    return origin === null || !isUnit(unit) ? null : { kind: "offset", unit, count: readCount(captures), origin };
  };
}

/** "two weeks after 3 May": the duration counted from the date. */
function countedBuilder(fields: TemplateFields): MeaningBuilder {
  const [readDuration, readOrigin, readSign] = [fields.meaning("by"), fields.meaning("origin"), fields.text("sign")];
  return (captures) => {
    const duration = readDuration(captures);
    const origin = readOrigin(captures);
    if (origin === null || duration?.kind !== "duration" || duration.unit === null || duration.count === null)
      return null;
    const count = readSign(captures) === "-" ? -duration.count : duration.count;
    return { kind: "offset", unit: duration.unit, count, origin };
  };
}

/** "1999/2000", "1999/00", "5/6 June": two neighbours of the calendar; anything else is no date. */
function pairBuilder(fields: TemplateFields): MeaningBuilder {
  const [readPair, readMonth, readYear] = [fields.text("of"), fields.number("month"), fields.number("year")];
  return (captures) => {
    const [first = "", second = ""] = (readPair(captures) ?? "").split("/");
    const one = Number(first);
    if (first.length === 4) {
      const next = second.length === 4 ? Number(second) : Math.floor((one + 1) / 100) * 100 + Number(second);
      return next === one + 1 ? { kind: "range", from: calendar({ year: one }), to: calendar({ year: next }) } : null;
    }
    const [month, year] = [readMonth(captures), readYear(captures)];
    if (month === null || Number(second) !== one + 1 || !isRealDay(year ?? 2000, month, Number(second))) return null;
    return {
      kind: "range",
      from: calendar({ year, month, day: one }),
      to: calendar({ year, month, day: Number(second) }),
    };
  };
}

function clockBuilder(fields: TemplateFields): MeaningBuilder {
  const [readTime, readHalf, readZone] = [fields.text("time"), fields.text("half"), fields.number("zone")];
  return (captures) => {
    const minutes = clockMinutes(readTime(captures) ?? "", readHalf(captures));
    return minutes === null ? null : { kind: "clock", minutes, zone: readZone(captures) };
  };
}

function eventBuilder(fields: TemplateFields): MeaningBuilder {
  const [readUnit, readCount] = [fields.text("unit"), fields.number("count")];
  return (captures) => {
    const unit = readUnit(captures) ?? "";
    return isUnit(unit) ? { kind: "event", unit, count: readCount(captures) } : null;
  };
}

function comparisonBuilder(fields: TemplateFields): MeaningBuilder {
  const [readQuarter, readYear, readBack, readPlain] = [
    fields.number("quarter"),
    fields.number("year"),
    fields.number("back"),
    fields.text("plain"),
  ];
  return (captures) => {
    const origin = ORIGINS.find((known) => known === readPlain(captures));
    return {
      kind: "comparison",
      quarter: readQuarter(captures),
      year: readYear(captures),
      back: readBack(captures) ?? 0,
      plain: origin === undefined ? null : { kind: "offset", unit: "year", count: -1, origin },
    };
  };
}

const MODIFIERS: Readonly<Record<string, Exclude<DateModifier, null>>> = {
  early: "early",
  mid: "mid",
  late: "late",
  about: "about",
  before: "before",
  after: "after",
  since: "since",
  "at-least-since": "at-least-since",
};

const fromOne =
  (read: MeaningBuilder, make: (meaning: Meaning) => Meaning | null): MeaningBuilder =>
  (captures) => {
    const meaning = read(captures);
    return meaning === null ? null : make(meaning);
  };

const fromTwo =
  (
    read: MeaningBuilder,
    readOther: MeaningBuilder,
    make: (one: Meaning, other: Meaning) => Meaning | null,
  ): MeaningBuilder =>
  (captures) => {
    const one = read(captures);
    const other = readOther(captures);
    return one === null || other === null ? null : make(one, other);
  };

const fromNumber =
  (read: (captures: Captures) => number | null, make: (number: number) => Meaning | null): MeaningBuilder =>
  (captures) => {
    const number = read(captures);
    return number === null ? null : make(number);
  };

/** A row's meaning column by its first word; `fields` are the pairs that follow. */
const BUILDERS: Readonly<Record<string, (fields: TemplateFields) => MeaningBuilder>> = {
  calendar: calendarBuilder,
  yeartail: yearTailBuilder,
  offset: offsetBuilder,
  counted: countedBuilder,
  foreign: foreignBuilder,
  comparison: comparisonBuilder,
  dual: dualBuilder,
  pair: pairBuilder,
  seasonpair: (fields) => {
    const readPair = pairBuilder(fields);
    const readSeason = fields.text("season");
    return (captures) => {
      const pair = readPair(captures);
      return pair?.kind === "range" && pair.from.kind === "calendar"
        ? calendar({ year: pair.from.year, season: readSeason(captures) })
        : null;
    };
  },
  clock: clockBuilder,
  event: eventBuilder,
  timed: (fields) =>
    fromTwo(fields.meaning("of"), fields.meaning("clock"), (of, clock) =>
      clock.kind === "clock" ? { kind: "timed", clock, of } : null,
    ),
  isoweek: (fields) => {
    const read = fields.text("value");
    return (captures) => {
      const [year = 0, week = 0, day = 0] = (read(captures) ?? "").split("-").map(Number);
      return week < 1 || week > 53 || year < 1 ? null : { kind: "isoweek", year, week, day: day === 0 ? null : day };
    };
  },
  monthandyear: (fields) => {
    const read = fields.text("value");
    return (captures) => {
      const [month = 0, year = 0] = (read(captures) ?? "").split("/").map(Number);
      return calendar({ year, month });
    };
  },
  foreignyear: foreignYearBuilder,
  numeric: (fields) => {
    const read = fields.text("value");
    return (captures) => numericMeaning(read(captures) ?? "");
  },
  weekday: (fields) => {
    const readDirection = fields.direction();
    const readWeekday = fields.number("weekday");
    return (captures) => {
      const weekday = readWeekday(captures);
      return weekday === null ? null : { kind: "weekday", weekday, direction: readDirection(captures) };
    };
  },
  decade: (fields) => {
    const read = fields.text("value");
    return (captures) => {
      const value = read(captures) ?? "";
      const first = Number(value);
      return value.length === 4
        ? { kind: "decade", first, short: null }
        : { kind: "decade", first: null, short: first };
    };
  },
  century: (fields) =>
    fromNumber(fields.number("ordinal"), (ordinal) =>
      ordinal < 2 || ordinal > 22 ? null : { kind: "century", first: (ordinal - 1) * 100 },
    ),
  named: (fields) => {
    const [readName, readYear, readDirection] = [fields.text("name"), fields.number("year"), fields.direction()];
    return (captures) => {
      const name = readName(captures);
      const year = readYear(captures);
      // "Ramadan 1433" is the moon calendar's year, not ours.
      if (name === null || (year !== null && name.startsWith("hijri") && year <= 1500)) return null;
      return { kind: "named", name, year, direction: readDirection(captures) };
    };
  },
  within: (fields) =>
    fromTwo(fields.meaning("part"), fields.meaning("whole"), (part, whole) => ({ kind: "within", part, whole })),
  range: (fields) => fromTwo(fields.meaning("from"), fields.meaning("to"), (from, to) => ({ kind: "range", from, to })),
  modified: (fields) => {
    const readModifier = fields.text("as");
    const readOf = fields.meaning("of");
    return (captures) => {
      const of = readOf(captures);
      return of === null ? null : { kind: "modified", modifier: MODIFIERS[readModifier(captures) ?? ""] ?? null, of };
    };
  },
  elapsed: (fields) => fromOne(fields.meaning("of"), (of) => ({ kind: "elapsed", of })),
  remaining: (fields) => fromOne(fields.meaning("of"), (of) => ({ kind: "remaining", of })),
  fiscalyear: (fields) => fromNumber(fields.number("year"), (year) => ({ kind: "fiscal", of: calendar({ year }) })),
  dayof: (fields) => {
    const readDay = fields.number("day");
    const readWhole = fields.meaning("whole");
    return (captures) => {
      const day = readDay(captures);
      const whole = readWhole(captures);
      return day === null || whole === null || unitOf(whole) !== "month"
        ? null
        : { kind: "within", part: calendar({ day }), whole };
    };
  },
  same: (fields) => fields.meaning("as"),
  beyond: (fields) => {
    const readUnit = fields.text("unit");
    return (captures) => {
      const unit = readUnit(captures) ?? "";
      return isUnit(unit) ? { kind: "beyond", unit } : null;
    };
  },
  set: () => () => ({ kind: "set" }),
  duration: (fields) => {
    const readUnit = fields.text("unit");
    const readCount = fields.number("count");
    return (captures) => {
      const unit = readUnit(captures) ?? "";
      return { kind: "duration", unit: isUnit(unit) ? unit : null, count: readCount(captures) };
    };
  },
};

/**
 * Makes a row's meaning column ("offset unit=$UNIT count=-$NUM origin=speech") into the function that builds it from a match.
 * @throws Error where no meaning goes by the first word: the table is ours, so that is a bug.
 */
export function parseTemplate(source: string): MeaningBuilder {
  const [kind = "", ...pairs] = source.split(/\s+/).filter((part) => part !== "");
  const builder = BUILDERS[kind];
  if (builder === undefined) throw new Error(`no meaning is called "${kind}"`);
  return builder(parseFields(pairs));
}
