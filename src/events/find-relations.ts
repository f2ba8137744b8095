import type { CodedDocument, Span } from "../record/index.ts";
import type { Reading, VerbGroup } from "../text/index.ts";
import { findSlots, type Slots } from "./find-slots.ts";
import { type Nominal, type Passage, spanBetween } from "./passage.ts";
import type { RelationFrame } from "./relation-table.ts";
import { takesArticle } from "./takes-article.ts";

type Relation = CodedDocument["relations"][number];

/** One end of a relation: what to call it, and the words. */
interface End {
  readonly name: string;
  readonly span: Span;
}

interface Clause {
  readonly reading: Reading;
  readonly passage: Passage;
  readonly verb: VerbGroup;
  readonly slots: Slots;
}

const wordsOf = (passage: Passage, nominal: Nominal): readonly string[] =>
  passage.tokens.slice(nominal.first, nominal.end + 1).map((token) => token.lemma);

/** A party by its name or its description. A person is called by what he is ("the mayor"), and by a name alone not at all. */
function party({ reading, passage }: Clause, nominal: Nominal): End | null {
  const { mention } = nominal;
  const span = spanBetween(reading, passage, nominal.first, nominal.end);
  if (mention === null) return isName(passage, nominal) ? { name: span.text, span } : null;
  if (mention.pronoun || mention.kind === "facility" || mention.kind === "vehicle") return null;
  if (mention.kind !== "individual" || takesArticle(mention))
    return { name: mention.named ? mention.name : span.text, span };
  if (mention.nameSpan === null) return isName(passage, nominal) ? null : { name: span.text, span };
  return mention.description === null ? null : { name: mention.description.text, span: mention.description };
}

const isName = (passage: Passage, nominal: Nominal): boolean => passage.tokens[nominal.head]?.upos === "PROPN";

/** A place that the nominal's words name, or the one right behind the preposition. */
function place({ passage }: Clause, nominal: Nominal): End | null {
  const first = passage.tokens[nominal.first]!;
  const last = passage.tokens[nominal.end]!;
  const named = passage.places.find(
    (one) => one.use === "literal" && one.place !== null && first.start <= one.start && one.end <= last.end,
  );
  return named === undefined
    ? null
    : { name: named.text, span: { start: named.start, end: named.end, text: named.text } };
}

const fillersOf = ({ slots }: Clause, wanted: readonly string[]): readonly Nominal[] =>
  wanted.map((slot) => slots.fillers.get(slot) ?? []).find((fillers) => fillers.length > 0) ?? [];

/** "is a branch of": the noun after the verb, and the of-phrase behind it. */
function nounFrame(clause: Clause, frame: RelationFrame): readonly Nominal[] | null {
  const { passage, verb } = clause;
  if (passage.tokens[verb.head]?.lemma !== "be") return null;
  const noun = passage.tokens.findIndex(
    (token, i) => i > verb.last && i <= verb.last + 5 && frame.words.has(token.lemma) && token.upos === "NOUN",
  );
  if (noun < 0 || !frame.to.includes(passage.tokens[noun + 1]?.norm ?? "")) return null;
  const behind = passage.nominals.find((one) => one.first === noun + 2);
  if (behind !== undefined) return [behind];
  const phrase = passage.sentence.nounPhrases.find((one) => one.first === noun + 2);
  return phrase === undefined ? [] : [{ ...phrase, end: phrase.last, mention: null }];
}

function endsOf(clause: Clause, frame: RelationFrame): readonly [readonly Nominal[], readonly Nominal[]] | null {
  const { passage, verb } = clause;
  const from = fillersOf(clause, frame.from);
  if (frame.pos === "noun") {
    const to = nounFrame(clause, frame);
    return to === null ? null : [from, to];
  }
  if (!frame.words.has(passage.tokens[verb.head]?.lemma ?? "")) return null;
  const objects = clause.slots.fillers.get("obj") ?? [];
  const met =
    frame.needs.size === 0 ||
    objects.some((object) => wordsOf(passage, object).some((word) => frame.needs.has(word))) ||
    passage.tokens.slice(verb.last + 1, verb.last + 4).some((token) => frame.needs.has(token.lemma));
  return met ? [from, fillersOf(clause, frame.to)] : null;
}

function relationsOf(clause: Clause, frame: RelationFrame): readonly Relation[] {
  const ends = endsOf(clause, frame);
  if (ends === null) return [];
  const { reading, passage, verb } = clause;
  const cue = spanBetween(reading, passage, verb.first, verb.last);
  const covering = passage.attributions.filter(({ content }) => content.start <= cue.start && cue.end <= content.end);
  if (covering.some(({ denied }) => denied)) return [];
  const attributedTo = covering.flatMap(({ sources }) => sources);
  const froms = ends[0].flatMap((nominal) => party(clause, nominal) ?? []);
  const tos = ends[1].flatMap((nominal) => (frame.toPlace ? place(clause, nominal) : party(clause, nominal)) ?? []);
  return froms.flatMap((from) =>
    tos
      .filter((to) => to.name !== from.name)
      .map((to) => ({
        kind: frame.kind,
        from: from.name,
        to: to.name,
        mentions: [from.span, cue, to.span].sort((a, b) => a.start - b.start),
        attributedTo,
      })),
  );
}

const POSSIBLE: ReadonlySet<string> = new Set(["may", "might", "could", "would", "should", "must", "can"]);

/**
 * Who the text says belongs to whom, pays whom, moves through what: one relation for each pair that a frame of the table
 * ties, with the words. What is denied, negated or only supposed ties nobody.
 */
export function findRelations(
  reading: Reading,
  passages: readonly Passage[],
  frames: readonly RelationFrame[],
): readonly Relation[] {
  const all = passages.flatMap((passage) =>
    passage.verbs
      .filter((verb) => !verb.negated && !POSSIBLE.has(verb.modal?.toLowerCase() ?? ""))
      .flatMap((verb) => {
        const slots = findSlots(passage, { first: verb.first, head: verb.head, last: verb.last }, "verb");
        const clause = { reading, passage, verb, slots };
        // "joined forces with" is said more closely than "joined": the frame with a condition goes first.
        const close = frames.filter((frame) => frame.needs.size > 0 && endsOf(clause, frame) !== null);
        return (close.length > 0 ? close : frames).flatMap((frame) => relationsOf(clause, frame));
      }),
  );
  return all.filter((one, i) => !all.slice(0, i).some((other) => sameRelation(one, other)));
}

const sameRelation = (a: Relation, b: Relation): boolean => a.kind === b.kind && a.from === b.from && a.to === b.to;
