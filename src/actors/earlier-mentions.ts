import type { Reading } from "../text/index.ts";
import type { LooseMention } from "./find-mentions.ts";
import { acronymOf, headForm, nameWords, REACH } from "./same-participant.ts";

/** How many earlier bearers of a name are looked at, latest first: more would make long documents slow, and tell nothing new. */
const LATEST = 24;

/**
 * Earlier mentions by what could join a later one to them, so that a long document is not searched from end to end
 * for each mention. Everything is an index into `mentions`.
 */
export class EarlierMentions {
  private readonly byWord = new Map<string, number[]>();
  private readonly byState = new Map<string, number>();
  private readonly reading: Reading;
  private readonly mentions: readonly LooseMention[];

  constructor(reading: Reading, mentions: readonly LooseMention[]) {
    this.reading = reading;
    this.mentions = mentions;
  }

  /** Takes mention `i` in; call in order. */
  add(i: number): void {
    const mention = this.mentions[i]!;
    if (mention.pronoun) return;
    for (const key of keysOf(mention)) {
      const list = this.byWord.get(key);
      if (list === undefined) this.byWord.set(key, [i]);
      else list.push(i);
    }
    if (mention.kind === "state" && mention.nameSpan === null)
      this.byState.set(headForm(this.reading.sentences, mention), i);
  }

  /** Bearers of a name that shares a word or the initials, latest first, then the other names of the sentence. */
  named(i: number): readonly number[] {
    const found = new Set<number>();
    for (const key of keysOf(this.mentions[i]!))
      for (const j of (this.byWord.get(key) ?? []).slice(-LATEST)) found.add(j);
    for (const j of this.within(i, 0)) if (this.mentions[j]!.nameSpan !== null) found.add(j);
    return [...found].sort((a, b) => b - a);
  }

  /** All but pronouns at most so many sentences back, latest first. */
  within(i: number, sentences: number = REACH): readonly number[] {
    const found: number[] = [];
    const oldest = this.mentions[i]!.sentence - sentences;
    for (let j = i - 1; j >= 0 && this.mentions[j]!.sentence >= oldest; j--)
      if (!this.mentions[j]!.pronoun) found.push(j);
    return found;
  }

  /** The latest body of the state with the same noun ("police"). */
  state(i: number): readonly number[] {
    const mention = this.mentions[i]!;
    if (mention.kind !== "state" || mention.nameSpan !== null) return [];
    const j = this.byState.get(headForm(this.reading.sentences, mention));
    return j === undefined ? [] : [j];
  }
}

/** Words of a name and its initials. */
const keysOf = (mention: LooseMention): readonly string[] => {
  if (mention.nameSpan === null) return [];
  const words = nameWords(mention);
  return [...new Set([...words, acronymOf(words)])].filter((key) => key.length > 1);
};
