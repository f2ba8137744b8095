import { BadCall } from "./pattern-problem.ts";
import type { Metric } from "./pattern-result.ts";

/** Values after `--set NAME=VALUE`, as text or as they stand in a golden case. */
export type PatternParameters = Readonly<Record<string, unknown>>;

const EXAMPLES: Readonly<Record<string, string>> = {
  eps_s: "5",
  eps_t: "14",
  lo: "0",
  hi: "7",
  A: "violence",
  B: "protest",
  span: "1,2000",
  delT: "3",
  space_breaks: "0,1,2,5,10",
  time_breaks: "0,8,15,31",
  rmax: "20",
  dmax: "30",
  gap: "7",
  unit: "month",
  x: "protest",
  y: "violence",
  test: "permutation",
};

export type ReadParameters = ReturnType<typeof parameterReader>;

/** Reads parameters of one call; each miss is a problem that names the parameter. */
export function parameterReader(method: string, given: PatternParameters) {
  const raw = (name: string, instead?: unknown): unknown => {
    const value = given[name] ?? instead;
    if (value === undefined)
      throw new BadCall({ code: "missing-parameter", method, name, example: `--set ${name}=${EXAMPLES[name] ?? "…"}` });
    return value;
  };
  const bad = (name: string, value: unknown, expected: string): never => {
    throw new BadCall({ code: "bad-parameter", method, name, value: String(value), expected });
  };
  const number = (name: string, instead?: unknown): number => {
    const value = raw(name, instead);
    const read = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
    return Number.isFinite(read) ? read : bad(name, value, "a number");
  };
  const numbers = (name: string, least: number, instead?: unknown): readonly number[] => {
    const value = raw(name, instead);
    const read = (Array.isArray(value) ? value : String(value).split(",")).map(Number);
    return read.length < least || read.some(Number.isNaN)
      ? bad(name, value, `at least ${least} numbers with commas`)
      : read;
  };
  const rising = (name: string): readonly number[] => {
    const read = numbers(name, 2);
    return read.every((v, i) => i === 0 || v > read[i - 1]!) ? read : bad(name, read.join(","), "rising numbers");
  };
  const atLeastZero = (name: string, instead?: unknown): number => {
    const read = number(name, instead);
    return read >= 0 ? read : bad(name, read, "a number of 0 or more");
  };
  const positive = (name: string, instead?: unknown): number => {
    const read = number(name, instead);
    return read > 0 ? read : bad(name, read, "a number above 0");
  };
  const optional = (name: string): number | undefined => (given[name] === undefined ? undefined : positive(name));
  const text = (name: string, instead?: string): string => String(raw(name, instead));
  const oneOf = <T extends string>(name: string, allowed: readonly T[], instead?: T): T => {
    const value = text(name, instead);
    return allowed.find((known) => known === value) ?? bad(name, value, `one of ${allowed.join(", ")}`);
  };
  const metric = (): Metric => oneOf("metric", ["euclidean", "manhattan", "geodesic"], "euclidean");
  const flag = (name: string): boolean => given[name] === true || given[name] === "true";
  const has = (name: string): boolean => given[name] !== undefined;
  return { number, atLeastZero, positive, optional, numbers, rising, text, oneOf, metric, flag, has };
}
