import type { WordClasses } from "../../text/index.ts";
import type { Telling } from "../telling.ts";
import type { Candidate } from "./candidate.ts";
import { caseOf, dependencyPath } from "./dependency-path.ts";

/** A candidate with what the document says around it. */
export interface Placed {
  readonly candidate: Candidate;
  /** The violent telling of its sentence that stands nearest in the tree, or null. */
  readonly telling: Telling | null;
  /** Violent classes told of in the sentence before, where its own tells of none. */
  readonly before: readonly string[];
  /** Role that the rules give it under any telling of its sentence, or "none". */
  readonly rule: string;
  /** Role that the rules give the same participant elsewhere, or "none". */
  readonly elsewhere: string;
  /** How often the document speaks of the same participant. */
  readonly mentions: number;
  /** Violent events that the document tells of. */
  readonly events: number;
}

const bucket = (n: number): string => (n > 8 ? "9+" : n > 4 ? "5-8" : String(n));

const isInside = (
  candidate: Candidate,
  spans: readonly { readonly start: number; readonly end: number }[],
): boolean => {
  const head = candidate.passage.tokens[candidate.head]!;
  return spans.some((span) => span.start <= head.start && head.end <= span.end);
};

/** Words of the phrase itself and what it is. */
function ownFeatures({ candidate }: Placed, kind: string): string[] {
  const { passage, first, head, last, end, mention, weapon } = candidate;
  const { tokens } = passage;
  const lemma = tokens[head]!.lemma.toLowerCase();
  const count = mention?.count?.min ?? null;
  return [
    `head=${lemma}`,
    `kind=${kind}`,
    `pos=${tokens[head]!.upos}`,
    `named=${mention?.nameSpan != null} ${kind}`,
    `official=${mention?.official ?? false} ${kind}`,
    `of=${mention?.of === null || mention === null ? "no" : "yes"} ${kind}`,
    `count=${count === null ? "none" : count === 1 ? "1" : "more"} ${kind}`,
    `weapon=${weapon === null ? "no" : `${weapon.kind} ${weapon.certain}`}`,
    `opens=${/^(?:the|an?|his|her|their|its|this|these|those|another|other|several|some)$/.exec(tokens[first]!.norm)?.[0] ?? ""} ${kind}`,
    `tail=${end > last ? (tokens[last + 1]?.norm ?? "") : ""} ${kind}`,
    `ofhead=${tokens[last + 1]?.norm === "of" ? (tokens[last + 2]?.lemma ?? "") : ""}`,
    ...tokens.slice(Math.max(first, head - 4), head).map((token) => `word=${token.lemma.toLowerCase()}`),
    ...(isInside(candidate, passage.places) ? [`place ${kind}`] : []),
  ];
}

/** The tree and the words around the phrase. */
function nearFeatures({ candidate }: Placed, kind: string): string[] {
  const { passage, first, last, head } = candidate;
  const { tokens } = passage;
  const { head: up, deprel } = tokens[head]!;
  const governor = up < 0 ? "" : tokens[up]!.lemma.toLowerCase();
  const above = up < 0 ? -1 : tokens[up]!.head;
  const preposition = caseOf(tokens, head);
  return [
    `rel=${deprel} ${kind}`,
    `gov=${governor} ${deprel}`,
    `gov=${governor} ${deprel} ${preposition} ${kind}`,
    `gov2=${governor} ${above < 0 ? "" : tokens[above]!.lemma.toLowerCase()} ${tokens[up]?.deprel ?? ""}`,
    `case=${preposition} ${kind}`,
    `case=${preposition} ${governor}`,
    `prev=${tokens[first - 1]?.norm ?? ""}`,
    `next=${tokens[last + 1]?.norm ?? ""}`,
    `prev2=${tokens[first - 2]?.lemma ?? ""} ${tokens[first - 1]?.norm ?? ""}`,
    `next2=${tokens[last + 1]?.norm ?? ""} ${tokens[last + 2]?.lemma ?? ""}`,
    ...(isInside(
      candidate,
      passage.attributions.flatMap(({ sources }) => sources),
    )
      ? [`source ${kind}`]
      : []),
  ];
}

/** Where it stands to the deed. */
function deedFeatures({ candidate, telling, before }: Placed, kind: string): string[] {
  if (telling === null) return [`no deed ${kind}`, ...before.flatMap((incident) => [`before=${incident} ${kind}`])];
  const { passage, head } = candidate;
  const { match, incident } = telling;
  const verb = passage.tokens[match.head]!.lemma.toLowerCase();
  const path = dependencyPath(passage.tokens, match.head, head);
  const way = path === null ? "far" : path.join(" ");
  const side = head < match.head ? "left" : "right";
  const distance = Math.abs(head - match.head);
  return [
    `way=${way}`,
    `way=${way} ${kind}`,
    `way=${way} ${incident}`,
    `way=${way} ${verb}`,
    `way=${way} ${match.slots.verb?.voice ?? "noun"} ${kind}`,
    `deed=${incident} ${kind}`,
    `deed=${incident} ${side}`,
    `deed=${verb} ${kind}`,
    `deed=${verb} ${kind} ${side}`,
    `stage=${telling.stage} ${kind}`,
    `fact=${telling.factuality}`,
    `side=${side} ${match.slots.verb?.voice ?? "noun"} ${kind}`,
    `distance=${distance > 12 ? "13+" : distance > 6 ? "7-12" : distance > 3 ? "4-6" : "1-3"} ${side} ${kind}`,
    `steps=${path === null ? "far" : path.length}`,
  ];
}

/** What the rest of the document knows. */
function documentFeatures({ candidate, rule, elsewhere, mentions, events }: Placed, kind: string): string[] {
  const at = candidate.passage.sentence.index;
  return [
    `rule=${rule}`,
    `rule=${rule} ${kind}`,
    `elsewhere=${elsewhere} ${kind}`,
    `rules=${rule} ${elsewhere}`,
    `mentions=${bucket(mentions)} ${kind}`,
    `events=${bucket(events)}`,
    `sentence=${at < 2 ? "lead" : at < 6 ? "early" : "late"}`,
  ];
}

/** Words of like company as the head, and as what governs it: for words that the training documents do not know. */
function classFeatures({ candidate: { passage, head } }: Placed, kind: string, { classesOf }: WordClasses): string[] {
  const token = passage.tokens[head]!;
  const above = passage.tokens[token.head];
  const own = classesOf(token.norm) ?? classesOf(token.lemma.toLowerCase());
  const governing = above === undefined ? undefined : classesOf(above.norm);
  return [
    ...(own ?? []).map((number, level) => `like=${level}:${number}`),
    ...(own ?? []).slice(0, 2).map((number, level) => `like=${level}:${number} ${token.deprel} ${kind}`),
    ...(governing ?? []).map((number, level) => `under=${level}:${number} ${token.deprel} ${kind}`),
  ];
}

/** What the learned roles look at, as words a reader understands. */
export function roleFeatures(placed: Placed, classes: WordClasses): readonly string[] {
  const { mention, weapon } = placed.candidate;
  const kind = mention?.kind ?? (weapon === null ? "thing" : "weapon");
  return [
    "any",
    ...ownFeatures(placed, kind),
    ...nearFeatures(placed, kind),
    ...deedFeatures(placed, kind),
    ...documentFeatures(placed, kind),
    ...classFeatures(placed, kind, classes),
  ];
}
