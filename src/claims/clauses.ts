import type { ClaimKind, Event, Span } from "../record/index.ts";
import { overlaps, spanOf } from "../record/index.ts";
import type { Reading, Sentence } from "../text/index.ts";
import { kindByCue } from "./claim-kind.ts";
import type { KindCue } from "./cue-tables.ts";
import { findFigures } from "./figures.ts";

/** A stretch of one sentence that states something by itself. */
export type Clause = Span;

/** Where a sentence may be cut: the mark and the joining words go to neither side. */
const JOINTS =
  /;\s+|\s*(?:,\s+)?\b(?:and|but|or)\b\s+|,\s+(?:while|where|whereas|when|after|before|although|though|so)\s+|,\s+(?:a|one|two|three|some|several)\s+(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before)\s+|,\s+(?=\p{L})/giu;

/** A past form after its subject ("officers used …") may be taken for a participle by the tagger; alone it is the verb. */
export function hasFiniteVerb(sentence: Sentence, from: number, to: number): boolean {
  const groups = sentence.verbGroups.filter((group) => {
    const first = sentence.tokens[group.first];
    return first !== undefined && first.start >= from && first.start < to;
  });
  if (groups.some((group) => group.form === "finite")) return true;
  const [only] = groups.filter((group) => group.form === "participle" && group.voice === "active");
  if (only === undefined) return false;
  const first = sentence.tokens.findIndex((token) => token.start >= from);
  return sentence.nounPhrases.some((phrase) => phrase.first <= first + 1 && phrase.last === only.first - 1);
}

const eventsIn = (events: readonly Event[], from: number, to: number): readonly string[] =>
  events
    .map((event) => ({
      id: event.id,
      at: event.evidence.find((span) => overlaps(span, { start: from, end: to }))?.start ?? -1,
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

const REPORTING =
  /^(?:(?:also|then|later)\s+)?(?:said|says|told|claim\w*|den(?:y|ied|ies)|warned|insist\w*|put the|add(?:ed|s)|argu\w+|stated|announced)\b/i;

/** Does a noun phrase open the stretch? Then its verb has a subject of its own. */
function opensWithNoun(sentence: Sentence, from: number): boolean {
  const first = sentence.tokens.findIndex((token) => token.start >= from);
  return sentence.nounPhrases.some((phrase) => phrase.first >= first && phrase.first <= first + 1);
}

interface Joint {
  readonly at: number;
  readonly resume: number;
  readonly text: string;
}

const jointsOf = (text: string, start: number): readonly Joint[] =>
  [...text.matchAll(JOINTS)]
    .filter((match) => !enclosed(text, match.index))
    .map((match) => ({
      at: start + match.index,
      resume: start + match.index + match[0].length,
      text: match[0],
    }));

/** Inside quotation marks or brackets nothing is cut. */
const enclosed = (text: string, offset: number): boolean => {
  const before = text.slice(0, offset);
  const open = (before.match(/[“(]/g) ?? []).length - (before.match(/[”)]/g) ?? []).length;
  const straight = (before.match(/"/g) ?? []).length % 2;
  return open > 0 || straight === 1;
};

interface Side {
  readonly text: string;
  readonly finite: boolean;
  readonly events: readonly string[];
  readonly kind: ClaimKind | null;
  /** It has a subject of its own: a noun phrase before its first verb. */
  readonly subject: boolean;
}

/** "…, the union of nine", "…, the hospital, on the far side, 21": a source and its figure, the verb left out. */
export const GAPPED =
  /^(?:the|a|an|its|their)\s[^,;]{3,60}(?:,[^,;]{3,40},)?\s(?:of |at )?(?:about |at least |some )?(?:\d+|\p{L}+)$/iu;

const isGapped = (left: Side, right: Side): boolean =>
  !right.finite &&
  GAPPED.test(right.text.trim()) &&
  findFigures(right.text).length === 1 &&
  findFigures(left.text).some((figure) => figure.measure !== "other");

const SUBORDINATE = /where|after|before|while|whereas|although|though/i;
const UNITED: ReadonlySet<ClaimKind> = new Set(["prediction", "prescription"]);

/** Do two sides of a joint state different things? */
function standApart(joint: Joint, left: Side, right: Side): boolean {
  if (isGapped(left, right)) return true;
  if (/\band\b/i.test(joint.text) && REPORTING.test(right.text) && left.finite) return true;
  if (!right.finite) return false;
  if (joint.text.startsWith(";") && right.events.length === 0) return true;
  if (!left.finite && left.events.length === 0) return joint.text.startsWith(";");
  if (left.kind !== null && left.kind === right.kind && UNITED.has(left.kind)) return false;
  const [first] = left.events;
  if (right.events.length > 0 && first !== undefined) return !right.events.includes(first);
  if (right.events.length > 0) return SUBORDINATE.test(joint.text) || joint.text.startsWith(";");
  if (/\bbut\b/.test(joint.text) && right.subject) return true;
  return left.kind !== null && right.kind !== null && left.kind !== right.kind && /\b(?:and|but)\b/i.test(joint.text);
}

/**
 * Cuts a sentence where two sides say different things: each has a finite verb, and they speak of different events, or
 * are claims of different kinds; or the second is a report of its own ("… and said it had been aimed at a van").
 */
export function clausesOf(
  reading: Reading,
  sentence: Sentence,
  events: readonly Event[],
  cues: readonly KindCue[],
): readonly Clause[] {
  const joints = jointsOf(reading.text.slice(sentence.start, sentence.end), sentence.start);
  const side = (from: number, to: number): Side => {
    const text = reading.text.slice(from, to).replace(/[.!?]+$/, "");
    return {
      text,
      finite: hasFiniteVerb(sentence, from, to),
      events: eventsIn(events, from, to),
      kind: kindByCue(text, cues),
      subject: opensWithNoun(sentence, from),
    };
  };
  const pieces: { start: number; end: number }[] = [];
  let start = sentence.start;
  joints.forEach((joint, i) => {
    if (joint.at <= start) return;
    const after = joints.slice(i + 1);
    const next = after.find((later) => later.at > joint.resume && hasFiniteVerb(sentence, joint.resume, later.at));
    const whole = side(joint.resume, sentence.end);
    const right = isGapped(side(start, joint.at), whole) ? whole : side(joint.resume, next?.at ?? sentence.end);
    if (!standApart(joint, side(start, joint.at), right)) return;
    pieces.push({ start, end: joint.at });
    start = joint.resume;
  });
  pieces.push({ start, end: sentence.end });
  return pieces.map((piece) => spanOf(reading.text, piece.start, piece.end));
}
