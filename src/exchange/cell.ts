import { type CivilDay, daysInMonth, isoDay, isRealDay, type Problem, problem } from "../record/index.ts";
import type { SheetRow } from "./sheet-rows.ts";

/** A cell that cannot be read as what its column holds; caught where the row is set aside. */
export class BadCell extends Error {
  readonly problem: Problem;
  constructor(file: string, line: number, column: string, value: string, expected: string) {
    super(expected);
    this.problem = problem("record-cell-bad", { file, line, column, value: value.slice(0, 80), expected }, "warning");
  }
}

/** The cells of one row, asked for by column and kind. Every method gives `null` for an empty cell or absent column. */
export interface Cells {
  text(column: string): string | null;
  number(column: string, min: number, max: number): number | null;
  count(column: string): number | null;
  oneOf<Word extends string>(column: string, words: readonly Word[]): Word | null;
  /** First and last day of "2016-06-05", "2016-06" or "2016". */
  days(column: string): DaysOfCell | null;
  bad(column: string, expected: string): BadCell;
}

export interface DaysOfCell {
  readonly from: CivilDay;
  readonly to: CivilDay;
  readonly precision: "day" | "month" | "year";
}

export function daysOf(value: string): DaysOfCell | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (!isRealDay(year, month ?? 1, day ?? 1)) return null;
  if (month === null) return { from: isoDay(year, 1, 1), to: isoDay(year, 12, 31), precision: "year" };
  if (day === null) {
    return { from: isoDay(year, month, 1), to: isoDay(year, month, daysInMonth(year, month)), precision: "month" };
  }
  return { from: isoDay(year, month, day), to: isoDay(year, month, day), precision: "day" };
}

export function cellsOf(row: SheetRow, file: string): Cells {
  const text = (column: string): string | null => row.cells.get(column) || null;
  const bad = (column: string, expected: string): BadCell =>
    new BadCell(file, row.line, column, row.cells.get(column) ?? "", expected);
  const number = (column: string, min: number, max: number): number | null => {
    const cell = text(column);
    if (cell === null) return null;
    const value = /^[+-]?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN;
    if (!(value >= min && value <= max)) throw bad(column, `a number from ${min} to ${max}, or nothing`);
    return value;
  };
  return {
    text,
    bad,
    number,
    count(column) {
      const cell = text(column);
      if (cell === null) return null;
      if (!/^\d{1,12}(?:\.0+)?$/.test(cell)) throw bad(column, "a whole number, or nothing");
      return Number(cell);
    },
    oneOf(column, words) {
      const cell = text(column);
      if (cell === null) return null;
      const word = words.find((w) => w === cell.toLowerCase());
      if (word === undefined) throw bad(column, `one of ${words.join(", ")}`);
      return word;
    },
    days(column) {
      const cell = text(column);
      if (cell === null) return null;
      const days = daysOf(cell);
      if (days === null) throw bad(column, "a day of the calendar, written YYYY-MM-DD");
      return days;
    },
  };
}
