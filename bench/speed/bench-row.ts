/** One figure of `npm run bench`: ours, a peer's or baseline's beside it from the same run, and the bar if an issue set one. */
export interface BenchRow {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly peer?: { readonly name: string; readonly value: number };
  /** What is asked of the value, or of value / peer where `of` says "ratio". */
  readonly bar?: { readonly of: "value" | "ratio"; readonly at: number; readonly atMost?: boolean };
}

/** Each file of this folder that `bench.ts` lists has this shape; it runs in a process of its own. */
export interface Bench {
  readonly title: string;
  measure(): BenchRow[] | Promise<BenchRow[]>;
}
