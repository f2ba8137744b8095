import type { Span } from "../record/index.ts";

/**
 * What a reporting verb commits its source to. say: neutral ("said", "told"); claim: says without proof or takes credit;
 * accuse: lays blame; confirm, deny; fear, believe, expect: thought, not knowledge; order, urge, threaten, warn: acts of speech.
 */
export const ATTRIBUTION_CLASSES = [
  "say",
  "claim",
  "accuse",
  "confirm",
  "deny",
  "believe",
  "fear",
  "expect",
  "order",
  "urge",
  "threaten",
  "warn",
] as const;
export type AttributionClass = (typeof ATTRIBUTION_CLASSES)[number];

/** A stretch of text laid at somebody's door. */
export interface Attribution {
  /**
   * Where the words come from, the one who speaks to us first, then the one that speaker leans on
   * ("Arboleda said engineers had told her that …": Arboleda, engineers). Empty: a hidden source ("it is understood").
   */
  readonly sources: readonly Span[];
  /** Whom the source told ("told Radio Sur that …"), or null. */
  readonly addressee: Span | null;
  readonly sentence: number;
  /** The words that make it an attribution: "said", "according to", "reportedly". */
  readonly cue: Span;
  /** What is attributed: character offsets in the text, end exclusive; may be a whole sentence. */
  readonly content: { readonly start: number; readonly end: number };
  readonly verbClass: AttributionClass;
  /** The wording keeps its distance: "reportedly", "alleged", "may have", "believed to". */
  readonly hedged: boolean;
  /** The source rejects the content: "denied that …", "dismissed messages that …". */
  readonly denied: boolean;
  /** Nobody is named as source: "it is said", "reportedly", "sources say". */
  readonly hidden: boolean;
  /** The content stands in quotation marks. */
  readonly quoted: boolean;
}
