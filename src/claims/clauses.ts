import type { Event, Span } from "../record/index.ts";
import { overlaps, spanOf } from "../record/index.ts";
import type { Reading, Sentence } from "../text/index.ts";
import { kindByCue } from "./claim-kind.ts";
import type { KindCue } from "./cue-tables.ts";

/** A stretch of one sentence that states something by itself. */
export type Clause = Span;

/** Where a sentence may be cut: the mark and the joining words go to neither side. */
const JOINTS =
  /;\s+|\s*(?:,\s+)?\b(?:and|but|or)\b\s+|,\s+(?:while|where|whereas|when|after|before|although|though|so)\s+|,\s+(?:a|one|two|three|some|several)\s+(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before)\s+|,\s+(?=\p{L})/giu;

const hasFiniteVerb = (sentence: Sentence, from: number, to: number): boolean =>
  sentence.verbGroups.some((group) => {
    const first = sentence.tokens[group.first];
    return group.form === "finite" && first !== undefined && first.start >= from && first.start < to;
  });

const eventsIn = (events: readonly Event[], from: number, to: number): readonly string[] =>
  events
    .filter((event) => event.evidence.some((span) => overlaps(span, { start: from, end: to })))
    .map((event) => event.id);

const REPORTING =
  /^(?:(?:also|then|later)\s+)?(?:said|says|told|claim\w*|den(?:y|ied|ies)|warned|insist\w*|add(?:ed|s)|argu\w+|stated|announced)\b/i;

interface Joint {
  readonly at: number;
  readonly resume: number;
  readonly text: string;
}

const jointsOf = (text: string, start: number): readonly Joint[] =>
  [...text.matchAll(JOINTS)].map((match) => ({
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

/**
 * Cuts a sentence where two sides say different things: each has a finite verb, and they speak of different events, or
 * are claims of different kinds, or the second is a report of its own ("… and said it had been aimed at a van").
 */
export function clausesOf(
  reading: Reading,
  sentence: Sentence,
  events: readonly Event[],
  cues: readonly KindCue[],
): readonly Clause[] {
  const text = reading.text.slice(sentence.start, sentence.end);
  const pieces: { start: number; end: number }[] = [];
  let start = sentence.start;
  const joints = jointsOf(text, sentence.start);
  joints.forEach((joint, i) => {
    if (joint.at <= start || enclosed(text, joint.at - sentence.start)) return;
    const rightEnd = joints.slice(i + 1).find((next) => parts(joint, next.resume, next.at))?.at ?? sentence.end;
    if (parts(joint, joint.resume, sentence.end, rightEnd)) {
      pieces.push({ start, end: joint.at });
      start = joint.resume;
    }
  });
  pieces.push({ start, end: sentence.end });
  return pieces.map((piece) => spanOf(reading.text, piece.start, piece.end));

  function parts(joint: Joint, from: number, to: number, rightEnd = to): boolean {
    if (joint.at <= start) return false;
    const left = reading.text.slice(start, joint.at);
    const right = reading.text.slice(from, rightEnd);
    if (/\band\b/i.test(joint.text) && REPORTING.test(right) && hasFiniteVerb(sentence, start, joint.at)) return true;
    if (!hasFiniteVerb(sentence, start, joint.at) || !hasFiniteVerb(sentence, from, rightEnd)) return false;
    const here = eventsIn(events, start, joint.at);
    const there = eventsIn(events, from, rightEnd);
    if (there.length > 0 && here.length > 0) return !there.some((id) => here.includes(id));
    if (there.length > 0 && /where|after|before/i.test(joint.text)) return true;
    const [a, b] = [kindByCue(left, cues), kindByCue(right, cues)];
    return b !== null && a !== null && a !== b && /;|and|but/i.test(joint.text);
  }
}
