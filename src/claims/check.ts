import type { EventLike } from "../linking/index.ts";
import type { Count, DayInterval, VerdictWord } from "../record/index.ts";
import type { ClassWord } from "./class-words.ts";
import type { Reason } from "./reason.ts";

/** Where and when a counting check looks. Null: not said, so the whole record is taken. */
export interface Scope {
  readonly window: DayInterval | null;
  readonly places: readonly string[];
}

export type MuteCause =
  | "intent-not-testable"
  | "causal-not-testable"
  | "affiliation-not-in-records"
  | "prescription"
  | "prediction"
  | "outside-event-records"
  | "turnout-not-in-record"
  | "no-date-or-place";

/** A happening, looked for in the record with the tolerances of rule 5. */
export interface HappeningCheck {
  readonly type: "incident";
  readonly point: "happened" | "did-not-happen" | "called-off" | "toll";
  readonly events: readonly EventLike[];
  readonly toll: { readonly killed: Count | null; readonly injured: Count | null };
  /** Other numbers that the record's words may hold ("600 dockers"). */
  readonly counted: readonly { readonly noun: string; readonly count: Count; readonly rough: boolean }[];
  /** "the first strike", "the last death": among events of its class, or among those that killed. */
  readonly order: { readonly rank: "first" | "last"; readonly of: "class" | "deaths" } | null;
  /** First day of something said to last "since". */
  readonly sinceDay: string | null;
}

/** Who did it, who says so of themselves, who says not: rule 8. `who` null: "no group". */
export interface ResponsibilityCheck {
  readonly type: "incident";
  readonly point: "claimed-by" | "done-by" | "not-done-by";
  readonly events: readonly EventLike[];
  readonly who: string | null;
}

/** What would settle a claim: typed, readable, and what a user edits. */
export type Check =
  | { readonly type: "none"; readonly because: MuteCause }
  | HappeningCheck
  | ResponsibilityCheck
  | {
      readonly type: "count";
      readonly parts: readonly CountPart[];
      readonly total: CountPart | null;
      readonly scope: Scope;
    }
  | {
      readonly type: "rank";
      readonly metric: "killed" | "events";
      readonly events: readonly EventLike[];
      readonly classes: readonly string[];
      readonly leader: string | null;
      readonly rivals: string | null;
      readonly scope: Scope;
    }
  | {
      readonly type: "coincidence";
      readonly quantifier: "always" | "never" | "usually";
      readonly units: ClassWord;
      readonly about: readonly string[];
      readonly with: { readonly classes: ClassWord } | { readonly outcome: "violent" | "deadly" } | null;
      readonly order: "after" | "before" | "together";
      readonly days: number;
      readonly months: readonly number[];
      readonly scope: Scope;
    }
  | {
      readonly type: "trend";
      readonly direction: "up" | "down";
      readonly classes: readonly string[];
      readonly split: string | null;
      readonly scope: Scope;
    }
  | { readonly type: "rate" }
  | {
      readonly type: "indicator";
      readonly name: string;
      readonly figures: readonly { readonly value: Count; readonly year: number | null }[];
    };

export interface CountPart {
  readonly label: string;
  readonly claimed: Count;
  readonly classes: readonly string[];
  readonly place: string | null;
}

export interface CitedRow {
  readonly id: string;
  readonly why: "agrees" | "disagrees" | "near";
}

/** The answer to a check. */
export interface Finding {
  readonly verdict: VerdictWord;
  readonly rows: readonly CitedRow[];
  readonly answer: Readonly<Record<string, unknown>>;
  readonly reason: Reason;
  readonly alternatives: readonly { readonly assumption: string; readonly verdict: VerdictWord }[];
}
