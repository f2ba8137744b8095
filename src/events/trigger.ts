import type { IncidentClass, PloverType, Role, Stage } from "../record/index.ts";

/** Where in the clause a phrase stands: subject and object of the active form, a modifier, or a preposition's lemma. */
export type Slot = string;

/** What a slot's filler is to the event; "patient" is settled by what the filler is, "none" keeps it out. */
export type SlotRole = Role | "patient" | "none";

export const TRIGGER_KINDS = ["act", "harm", "echo", "hide", "carry"] as const;
export type TriggerKind = (typeof TRIGGER_KINDS)[number];

export const GUARDS = [
  "objword",
  "subjword",
  "objkind",
  "subjkind",
  "npword",
  "npkind",
  "mod",
  "prev",
  "next",
  "sent",
  "subjof",
  "light",
  "passive",
  "nextto",
  "carries",
] as const;
export type GuardName = (typeof GUARDS)[number];

export interface Guard {
  readonly name: GuardName;
  readonly words: ReadonlySet<string>;
}

/** One row of `tables/triggers.tsv`. */
export interface Trigger {
  readonly line: number;
  /** Each element: the forms or lemmas that fit, or null for a gap of up to seven tokens. */
  readonly pattern: readonly (ReadonlySet<string> | null)[];
  readonly pos: "verb" | "noun" | "phrase";
  readonly kind: TriggerKind;
  readonly type: PloverType;
  readonly mode: string | null;
  readonly incident: IncidentClass;
  readonly stage: Stage | null;
  readonly roles: ReadonlyMap<Slot, SlotRole>;
  readonly needs: readonly Guard[];
  readonly forbids: readonly Guard[];
  readonly example: string;
  readonly expected: string;
}
