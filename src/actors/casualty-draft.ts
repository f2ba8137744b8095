import type { Count } from "../record/index.ts";
import { type Reading, type Sentence, spanOfTokens } from "../text/index.ts";
import type { CasualtyKind, CasualtyReport } from "./casualty-report.ts";
import { joinedWith } from "./clause.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { isPlural } from "./mend-phrases.ts";
import { nounAt } from "./nouns.ts";
import { countOf, type Phrase } from "./phrase.ts";

/** One sentence with all that the rules look at. */
export interface Scene {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly phrases: readonly Phrase[];
  readonly lexicon: ActorLexicon;
}
export type Draft = Omit<CasualtyReport, "sources" | "denied">;

export const norm = ({ sentence }: Scene, i: number): string => sentence.tokens[i]?.norm ?? "";

/** Side of a phrase: the table's word for "policemen", "gunmen"; null for "people". */
export const sideOf = (scene: Scene, phrase: Phrase): string | null =>
  phrase.bare ? null : (nounAt(scene.sentence.tokens, phrase.head, scene.lexicon)?.side ?? null);

const OTHERS = /^(?:others?|more|many|them|those)$/;

/** Whether a phrase can be people: "two men", "12", "Paul Moreno"; not "two buses", "the engine". */
export function isPeople(scene: Scene, phrase: Phrase): boolean {
  if (scene.sentence.tokens.slice(phrase.first, phrase.head).some((t) => t.norm === "how")) return false;
  if (phrase.bare || OTHERS.test(norm(scene, phrase.head))) return true;
  const head = scene.sentence.tokens[phrase.head]!;
  if (head.upos === "PRON")
    return /^(?:he|she|him|her|himself|herself|anyone|anybody|everyone|all|one|no-one|none|who)$/.test(head.norm);
  const noun = nounAt(scene.sentence.tokens, phrase.head, scene.lexicon);
  if (noun !== null)
    return noun.kind === "person" || noun.kind === "body" || (noun.kind === "state" && phrase.quantity !== null);
  if (head.upos === "PROPN") return true;
  return scene.lexicon.nationalities.has(head.norm);
}

/** How many, as far as the words go: a figure, one for "a man" and for a named or definite person, two or more for a bare plural. */
function casualtyCount(scene: Scene, phrase: Phrase): Count | null {
  const head = scene.sentence.tokens[phrase.head]!;
  const said = countOf(scene.sentence, phrase);
  if (said !== null) return said;
  if (/^(?:anyone|anybody)$/.test(head.norm) || norm(scene, phrase.first) === "any") return { min: 0, max: 0 };
  if (/^(?:he|she|him|her|himself|herself)$/.test(head.norm)) return { min: 1, max: 1 };
  if (head.upos === "PRON") return null;
  const noun = nounAt(scene.sentence.tokens, phrase.head, scene.lexicon);
  if (isPlural(head)) return noun?.kind === "person" ? { min: 2, max: null } : null;
  if (noun?.kind === "person") return { min: 1, max: 1 };
  return noun === null && head.upos === "PROPN" ? { min: 1, max: 1 } : null;
}

const add = (a: Count, b: Count): Count => ({
  min: (a.min ?? 0) + (b.min ?? 0),
  max: a.max === null || b.max === null ? null : a.max + b.max,
});

/** The phrases a casualty word counts: the one beside it and those joined to it, before and after. */
export function wholeList(scene: Scene, phrase: Phrase): readonly Phrase[] {
  const opener = scene.phrases.find(
    (p) => p.first < phrase.first && joinedWith(scene.sentence, scene.phrases, p).includes(phrase),
  );
  return joinedWith(scene.sentence, scene.phrases, opener ?? phrase).filter((p) => isPeople(scene, p));
}

export function draft(
  scene: Scene,
  kind: CasualtyKind,
  governor: number,
  phrases: readonly Phrase[],
  rule: string,
  extra: Partial<Draft> = {},
): Draft[] {
  const known = phrases.flatMap((phrase) => {
    const count = casualtyCount(scene, phrase);
    return count === null ? [] : [{ phrase, count }];
  });
  if (known.length === 0) return [];
  const first = known[0]!.phrase;
  const last = known.at(-1)!.phrase;
  const sides = new Set(known.map(({ phrase }) => sideOf(scene, phrase)));
  return [
    {
      kind,
      count: known.map(({ count }) => count).reduce(add),
      span: spanOfTokens(scene.reading, scene.sentence, first.first, last.last),
      sentence: scene.sentence.index,
      governor,
      head: last.head,
      side: sides.size === 1 ? [...sides][0]! : null,
      partOfTotal: false,
      total: false,
      rule,
      ...extra,
    },
  ];
}
