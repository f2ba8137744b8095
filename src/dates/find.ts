import type { Meaning } from "./meaning.ts";

/** An expression as found: what it means, not yet when that is. */
export interface Find {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly meaning: Meaning;
  /** The finds that a range holds. */
  readonly parts: readonly Find[];
}
