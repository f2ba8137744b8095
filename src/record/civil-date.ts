/**
 * Days of the proleptic Gregorian calendar, written YYYY-MM-DD, and their day numbers (days since 1970-01-01).
 * Source of the arithmetic: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
 */
export type CivilDay = string;

const pad = (n: number, width: number): string => String(n).padStart(width, "0");

export const isoDay = (year: number, month: number, day: number): CivilDay =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/** Days since 1970-01-01. `month` 1-12. No check: see {@link isRealDay}. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function civilOf(dayNumber: number): YearMonthDay {
  const z = dayNumber + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

export function partsOf(day: CivilDay): YearMonthDay {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split("-").map(Number);
  return { year, month, day: date };
}

export const dayNumber = (day: CivilDay): number => {
  const { year, month, day: date } = partsOf(day);
  return dayNumberOf(year, month, date);
};

export const dayFromNumber = (n: number): CivilDay => {
  const { year, month, day } = civilOf(n);
  return isoDay(year, month, day);
};

export const addDays = (day: CivilDay, days: number): CivilDay => dayFromNumber(dayNumber(day) + days);

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: CivilDay): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

export const daysInMonth = (year: number, month: number): number =>
  month === 12 ? 31 : dayNumberOf(year, month + 1, 1) - dayNumberOf(year, month, 1);

/** Is this a day that the calendar has, between the years 1 and 9999? */
export const isRealDay = (year: number, month: number, day: number): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** Both ends included. */
export interface DayInterval {
  readonly from: CivilDay;
  readonly to: CivilDay;
}

/** Days shared by two intervals, or how far apart they lie as a negative number. */
export const daysShared = (a: DayInterval, b: DayInterval): number =>
  Math.min(dayNumber(a.to), dayNumber(b.to)) - Math.max(dayNumber(a.from), dayNumber(b.from)) + 1;
