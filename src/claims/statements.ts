import type { Attribution } from "../events/index.ts";
import type { Span } from "../record/index.ts";
import { overlaps, spanOf } from "../record/index.ts";
import type { Reading, Sentence } from "../text/index.ts";
import type { Clause } from "./clauses.ts";
import { GAPPED, hasFiniteVerb } from "./clauses.ts";
import { readResponsibility } from "./responsibility-words.ts";

/** A stretch of text with those on whose word it stands. */
export interface Statement {
  readonly span: Span;
  readonly by: readonly Span[];
  readonly hedged: boolean;
  /** It is demanded, not told. */
  readonly urged?: boolean;
}

const LEADING =
  /^(?:(?:that was wrong|it was wrong|not so|correction|(?:we|i) (?:withdraw|correct|retract|regret)[^:]{0,40}(?=:)|(?:and|but|still|even so|yet|however|so|then|also|moreover|meanwhile|nevertheless|indeed|in fact|there is rumour, too))[,:]?\s+)+/i;
/** Numbers of a list, pictures, opening marks: "1. 📍 Lira", "(the …". */
const LIST_MARK = /^(?:\s|["“”'‘(]|\p{So}|[*•–—-]\s|\d{1,2}[.)]\s)*/u;
const TRAILING = /[\s.,;:!?–—-]+$/;

/** Leaves out what is no part of the proposition: connectives before it, marks after it. */
function trimmed(text: string, span: { start: number; end: number }): Span {
  const words = text.slice(span.start, span.end);
  const lead = words.match(LIST_MARK)?.[0].length ?? 0;
  const start = span.start + lead;
  const connective = text.slice(start, span.end).match(LEADING)?.[0].length ?? 0;
  const end = span.end - (words.match(TRAILING)?.[0].length ?? 0);
  return spanOf(text, Math.min(start + connective, end), end);
}

export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** A denial, or taking responsibility, is an act of the source's own: it is stated with its verb. */
function isAct(reading: Reading, attribution: Attribution, clause: Clause): boolean {
  const words = reading.text.slice(attribution.cue.start, clause.end);
  return (
    attribution.denied ||
    /^blam/i.test(attribution.cue.text) ||
    readResponsibility({ text: words, attributedTo: [] }) !== null
  );
}

/** "The provincial government says six": a bare figure is stated only together with who gives it. */
const withSource = (clause: Clause, attribution: Attribution, content: Span): { start: number; end: number } => {
  const from = Math.min(attribution.cue.start, content.start, ...attribution.sources.map((source) => source.start));
  return { start: Math.max(clause.start, from), end: Math.max(content.end, attribution.cue.end) };
};

/** Distance that the source itself keeps: belief and fear, not plain saying, claiming or denying. */
const KEEPS_DISTANCE: ReadonlySet<Attribution["verbClass"]> = new Set(["believe", "fear", "expect"]);
const isHedged = (attribution: Attribution): boolean =>
  attribution.hedged && (KEEPS_DISTANCE.has(attribution.verbClass) || attribution.hidden);

/** ", saying …", ", adding …": where an act ends and what is said beside it begins. */
const SAID_BESIDE = /,\s+(?:saying|adding|claiming|insisting|stating)\b/i;

function actSpan(reading: Reading, clause: Clause, attribution: Attribution): Span {
  const words = reading.text.slice(attribution.cue.start, clause.end);
  const beside = words.search(SAID_BESIDE);
  return trimmed(reading.text, {
    start: attribution.cue.start,
    end: beside < 0 ? clause.end : attribution.cue.start + beside,
  });
}

const URGING: ReadonlySet<Attribution["verbClass"]> = new Set(["urge", "order"]);

function statementOf(reading: Reading, clause: Clause, attribution: Attribution): Statement {
  const inClause = {
    start: Math.max(clause.start, attribution.content.start),
    end: Math.min(clause.end, attribution.content.end),
  };
  const content = besideCue(inClause, attribution.cue);
  const by = attribution.sources;
  const hedged = isHedged(attribution);
  if (isAct(reading, attribution, clause)) return { span: actSpan(reading, clause, attribution), by, hedged };
  const inside = content.end > content.start ? trimmed(reading.text, content) : trimmed(reading.text, clause);
  const short = wordsIn(inside.text) < 3;
  const span = short ? trimmed(reading.text, withSource(clause, attribution, inside)) : inside;
  return { span, by, hedged, urged: URGING.has(attribution.verbClass) };
}

const startsInside = (inner: Attribution, outer: Attribution): boolean =>
  inner !== outer && inner.cue.start >= outer.content.start && inner.cue.end <= outer.content.end;

const shareSource = (a: Attribution, b: Attribution): boolean =>
  a.sources.some((one) => b.sources.some((other) => overlaps(one, other)));

/** "who said he spoke for the Brigade", "who gave no figures": it tells of the source, not of what happened. */
const tellsOfSource = (attribution: Attribution, others: readonly Attribution[], text: string): boolean =>
  others.some(
    (other) => other !== attribution && (other.cue.start > attribution.cue.end || shareSource(other, attribution)),
  ) && /\b(?:who|which|that)\s+(?:had\s+|has\s+)?$/i.test(text.slice(0, attribution.cue.start).slice(-16));

/** "Raids have fallen, according to the warden": of a content that holds its own cue, the longer side. */
function besideCue(content: { start: number; end: number }, cue: Span): { start: number; end: number } {
  if (!overlaps(content, cue) || !/^(?:according|in the words|as|per)\b/i.test(cue.text)) return content;
  const before = { start: content.start, end: cue.start };
  const after = { start: cue.end, end: content.end };
  return before.end - before.start >= after.end - after.start ? before : after;
}

/**
 * A chain ("an officer said that, according to colleagues, …") is one statement: the outer sources, then the inner.
 * An act stays a statement of its own ("claimed the raid, saying that nine had died").
 */
function joinChains(reading: Reading, clause: Clause, attributions: readonly Attribution[]): readonly Attribution[] {
  const telling = attributions.filter((each) => !tellsOfSource(each, attributions, reading.text));
  const acts = telling.filter((each) => isAct(reading, each, clause));
  return telling
    .filter((each) => acts.includes(each) || !telling.some((inner) => startsInside(inner, each)))
    .map((inner) => {
      const outer = telling.filter((each) => startsInside(inner, each) && !acts.includes(each));
      const sources = [...outer, inner].flatMap((each) => each.sources);
      const unique = sources.filter((span, i) => sources.findIndex((other) => other.start === span.start) === i);
      return { ...inner, sources: unique, hedged: inner.hedged || outer.some((each) => each.hedged) };
    });
}

/** "the union's paper of five", "the hospital, on the far side, 21": whose figure it is stands before it. */
function gappedSource(reading: Reading, sentence: Sentence, clause: Clause): Span | null {
  if (hasFiniteVerb(sentence, clause.start, clause.end) || !GAPPED.test(trimmed(reading.text, clause).text))
    return null;
  const [name = ""] = clause.text.split(/,| of (?=\S+$)| \d/);
  return name.trim() === "" ? null : trimmed(reading.text, { start: clause.start, end: clause.start + name.length });
}

const ACCORDING = /(?:,\s*)?\b(?:according to|in the words of|as)\s*$/i;

/** What stands in the clause before the first attribution: "Raids have fallen, according to the warden, who …". */
function beforeSources(
  reading: Reading,
  sentence: Sentence,
  clause: Clause,
  own: readonly Attribution[],
): Statement | null {
  const first = Math.min(
    ...own.flatMap((each) => [each.cue.start, each.content.start, ...each.sources.map((s) => s.start)]),
  );
  if (first - clause.start < 12 || !hasFiniteVerb(sentence, clause.start, first)) return null;
  const words = reading.text.slice(clause.start, first);
  const according = words.match(ACCORDING)?.[0].length ?? 0;
  const span = trimmed(reading.text, { start: clause.start, end: first - according });
  if (wordsIn(span.text) < 4) return null;
  return { span, by: according > 0 ? (own[0]?.sources ?? []) : [], hedged: false };
}

/** What one clause states: what is laid at each source's door, and what stands beside it in the author's voice. */
export function statementsIn(
  reading: Reading,
  sentence: Sentence,
  clause: Clause,
  attributions: readonly Attribution[],
): readonly Statement[] {
  const here = attributions.filter((attribution) => overlaps(attribution.cue, clause));
  const own = joinChains(reading, clause, here);
  if (own.length > 0) {
    const before = beforeSources(reading, sentence, clause, here);
    return [
      ...(before === null ? [] : [before]),
      ...own.map((attribution) => statementOf(reading, clause, attribution)),
    ];
  }
  const gapped = gappedSource(reading, sentence, clause);
  if (gapped !== null) return [{ span: trimmed(reading.text, clause), by: [gapped], hedged: false }];
  const over = attributions.find((attribution) => overlaps(attribution.content, clause));
  return [
    { span: trimmed(reading.text, clause), by: over?.sources ?? [], hedged: over !== undefined && isHedged(over) },
  ];
}
