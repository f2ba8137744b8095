import { ABBREVIATIONS, type RawToken } from "./tokenize.ts";

/** A sentence of more tokens is cut: trees and tags cost time with length, and no real sentence is so long. */
export const LONGEST_SENTENCE = 250;

const FINAL = /^(?:[.!?]+|…+|\.{2,}|[!?.]+)$/;
const CLOSING = /^(?:["”’')\]]|''|’’)$/;
const OPENING = /^(?:["“‘'([]|``)$/;

/** Words that open a sentence after an abbreviation; as names they would be rare. */
const STARTERS = new Set(
  "the a an this that these those he she it they we i his her its their our there here but when while after before if although however meanwhile since as at on in some many most all no one two both each every what who how why where police officials".split(
    " ",
  ),
);
/** Abbreviations that a name or number follows, so never a sentence's end. */
const LEADING = new Set(
  "mr. mrs. ms. dr. prof. rev. st. ft. mt. gen. maj. col. lt. capt. sgt. cpl. adm. brig. sen. rep. reps. gov. pres. hon. no. nos. vs. fig. vol. e.g. i.e. cf. ca. c. approx. jan. feb. mar. apr. aug. sept. oct. nov. dec.".split(
    " ",
  ),
);

interface Look {
  readonly text: string;
  readonly tokens: readonly RawToken[];
  readonly capitals: boolean;
}

const formAt = (look: Look, i: number): string => {
  const token = look.tokens[i];
  return token === undefined ? "" : look.text.slice(token.start, token.end);
};

/** A lower-case word goes on with the sentence, unless the writer is careless of capitals: a plain word and its stop before it. */
function startsSentence(look: Look, at: number): boolean {
  let i = at;
  while (OPENING.test(formAt(look, i)) && i < at + 3) i++;
  const form = formAt(look, i);
  if (!/^\p{Ll}/u.test(form)) return true;
  return /^[.?!]$/.test(formAt(look, at - 1)) && /^\p{Ll}{3,}$/u.test(formAt(look, at - 2)) && apart(look, at);
}

const apart = (look: Look, at: number): boolean => look.tokens[at - 1]!.end < look.tokens[at]!.start;

/** Length in tokens of the notes after a full stop: "[17]", "[6][7]". */
function notesAfter(look: Look, at: number): number {
  let i = at;
  while (formAt(look, i) === "[" && /^\d{1,3}$/.test(formAt(look, i + 1)) && formAt(look, i + 2) === "]") i += 3;
  return i - at;
}

/** Full stop of an abbreviation: an end only where the next word plainly opens a sentence. */
function endsAtAbbreviation(look: Look, at: number): boolean {
  const form = formAt(look, at).toLowerCase();
  if (!form.endsWith(".") || form.length < 2 || LEADING.has(form)) return false;
  if (!(ABBREVIATIONS.has(form.slice(0, -1)) || /^(?:\p{L}\.)+$/u.test(form))) return false;
  const next = formAt(look, at + 1);
  if (/^\p{L}\.$/u.test(form)) return false;
  return (
    STARTERS.has(next.toLowerCase()) &&
    (look.capitals ? /^(?:the|he|she|it|they|this)$/i.test(next) : /^\p{Lu}/u.test(next))
  );
}

/** True where the dots of "..." run on into the same sentence. */
function runsOn(look: Look, at: number): boolean {
  const next = formAt(look, at + 1);
  return /^(?:\.{2,}|…+)$/.test(formAt(look, at)) && look.capitals && !STARTERS.has(next.toLowerCase());
}

/** Ends of the sentences of one paragraph: token indexes, exclusive. */
export function sentenceEnds(text: string, tokens: readonly RawToken[], capitals: boolean): number[] {
  const look: Look = { text, tokens, capitals };
  const ends: number[] = [];
  let begun = 0;
  for (let i = 0; i < tokens.length; i++) {
    let last = i;
    const final = FINAL.test(formAt(look, i)) && !runsOn(look, i);
    if (final) while (isClosing(look, last + 1)) last++;
    if (final) last += notesAfter(look, last + 1);
    const numbered = final && i === begun + 1 && /^\(?(?:\d{1,3}|\p{L})$/u.test(formAt(look, begun));
    const stops = (final && !numbered && startsSentence(look, last + 1)) || endsAtAbbreviation(look, i);
    if (!stops && i - begun + 1 < LONGEST_SENTENCE) continue;
    ends.push(last + 1);
    begun = last + 1;
    i = last;
  }
  if (begun < tokens.length) ends.push(tokens.length);
  return ends;
}

/** A quote or bracket closes the sentence before it when nothing parts them ("…fell." He said) or another final mark. */
function isClosing(look: Look, i: number): boolean {
  const token = look.tokens[i];
  const before = look.tokens[i - 1];
  if (token === undefined || before === undefined || token.start !== before.end) return false;
  const form = formAt(look, i);
  return CLOSING.test(form) || FINAL.test(form);
}
