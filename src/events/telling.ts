import type { WeaponMention } from "../actors/index.ts";
import type {
  EventDate,
  EventPlace,
  Factuality,
  IncidentClass,
  Participant,
  PloverType,
  Role,
  Span,
  Stage,
} from "../record/index.ts";
import type { Match } from "./guards.ts";
import type { Nominal } from "./passage.ts";

/** Somebody or something in a role of one telling. */
export interface Part {
  readonly role: Role;
  readonly nominal: Nominal;
  readonly participant: Participant;
  /** Number of the actor entity, or null for a thing that the actors room does not know. */
  readonly entity: number | null;
  /** Lemma of the head, to tell things apart. */
  readonly headLemma: string;
}

/** One place of the text where an event is told of; several tellings may mean one event. */
export interface Telling {
  readonly match: Match;
  /** Trigger first. */
  readonly evidence: readonly Span[];
  readonly type: PloverType;
  readonly mode: string | null;
  readonly incident: IncidentClass;
  readonly stage: Stage;
  readonly factuality: Factuality;
  readonly attributedTo: readonly Span[];
  readonly parts: readonly Part[];
  readonly weapons: readonly WeaponMention[];
  readonly date: EventDate | null;
  readonly place: EventPlace | null;
  /** "the attack", "that march": points back. */
  readonly definite: boolean;
  /** "It was the worst attack …": a judgement on an event told before, no event of its own. */
  readonly predicate: boolean;
  /** "another", "second", "no other": says that it is not the one before. */
  readonly distinct: boolean;
  /** The author's own words deny it ("there was no attack"). */
  readonly negated: boolean;
  /** Speaks of several events at once. */
  readonly summary: boolean;
}
