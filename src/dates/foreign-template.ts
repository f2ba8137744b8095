import { civilOf, isRealDay } from "../record/index.ts";
import { foreignStretch } from "./foreign-calendars.ts";
import { calendar } from "./meaning.ts";
import type { MeaningBuilder, TemplateFields } from "./template-fields.ts";

/** Years that people write in a calendar, so that "Ramadan 2012" is ours and "Ramadan 1433" is not. */
const LIKELY_YEARS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  hijri: [1, 1500],
  persian: [1000, 1500],
  ethiopian: [1, 2100],
  julian: [1, 9999],
};
const isLikelyYear = (name: string, year: number): boolean => {
  const [least, most] = LIKELY_YEARS[name] ?? [1, 0];
  return year >= least && year <= most;
};

/** The month's word carries its calendar ("persian/7"), unless the row names the calendar. */
export function foreignBuilder(fields: TemplateFields): MeaningBuilder {
  const [readCalendar, readYear, readMonth, readDay] = [
    fields.text("calendar"),
    fields.number("year"),
    fields.text("month"),
    fields.number("day"),
  ];
  return (captures) => {
    const year = readYear(captures);
    const named = readCalendar(captures);
    const written = readMonth(captures) ?? "";
    const [calendarName = "", month = ""] = named === null ? written.split(/[/_]/) : [named, written];
    return year === null || !isLikelyYear(calendarName, year)
      ? null
      : { kind: "foreign", calendar: calendarName, year, month: Number(month), day: readDay(captures) };
  };
}

/** "25 October (7 November) 1917": one day in two calendars. Where the first of the two is the Julian one, `old` asks for it. */
export function dualBuilder(fields: TemplateFields): MeaningBuilder {
  const [readDay, readMonth, readYear] = [fields.number("day"), fields.number("month"), fields.number("year")];
  const [readOtherDay, readOtherMonth] = [fields.number("otherday"), fields.number("othermonth")];
  return (captures) => {
    const [day, month, year] = [readDay(captures), readMonth(captures), readYear(captures)];
    const [otherDay, otherMonth] = [readOtherDay(captures), readOtherMonth(captures)];
    if (day === null || month === null || year === null || !isRealDay(year, month, day)) return null;
    const ours = foreignStretch("julian", year, month, day);
    const isOld = ours !== null && civilOf(ours.from).month === otherMonth && civilOf(ours.from).day === otherDay;
    return isOld ? { kind: "foreign", calendar: "julian", year, month, day } : calendar({ year, month, day });
  };
}

/** "1445 AH": a year of another calendar. */
export function foreignYearBuilder(fields: TemplateFields): MeaningBuilder {
  const readCalendar = fields.text("calendar");
  const readYear = fields.number("year");
  return (captures) => {
    const name = readCalendar(captures) ?? "";
    const year = readYear(captures);
    return year === null || !isLikelyYear(name, year) ? null : { kind: "foreignyear", calendar: name, year };
  };
}
