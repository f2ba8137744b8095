import type { Lexicon } from "../lexicon.ts";
import type { Sizes } from "./layout.ts";
import type { SentenceNetwork } from "./network-file.ts";
import { fillRows } from "./recurrent.ts";
import { addVector } from "./vector-table.ts";
import { letterKeys, wordKey } from "./word-keys.ts";
import type { Matrix } from "./workspace.ts";

/**
 * What a word says to the first layer, whatever stands around it: worked out once and kept while there is room, since
 * half of all tokens of a document, and most of the next one's, have been seen. It depends on the word alone, so nothing
 * of one document shows in another.
 */
export interface WordEntries {
  /** Writes the row of each word into the first layer's gates. */
  fill(forms: readonly string[], capitals: boolean, gates: Matrix): void;
}

/** Words kept; at 2 kB each, 8 MB. When all places are taken, all are given up. */
const MOST = 4096;

/** Numbers that the entries take in the workspace. */
export const entriesRoom = ({ hidden, word, letters }: Sizes): number => MOST * 8 * hidden + word + letters;

/** @param at first number of `entriesRoom` free ones in the network's workspace */
export function openWordEntries(
  { network, words, letters }: SentenceNetwork,
  lexicon: Lexicon,
  at: number,
): WordEntries {
  const { layout, workspace } = network;
  const { numbers, times } = workspace;
  const { input1, bias1 } = layout;
  const input = { at, stride: input1.rows };
  const width = input1.columns;
  const first = at + input1.rows;
  const places = new Map<string, number>();

  const work = (form: string, opens: boolean, capitals: boolean, place: number): void => {
    numbers.fill(0, at, first);
    addVector(words, wordKey(form), numbers, at);
    for (const key of letterKeys(form, opens, capitals, lexicon)) addVector(letters, key, numbers, at + words.width);
    const row = { at: place, stride: width };
    fillRows(numbers, row, bias1, 1);
    times(input, input1, row, 1, input1.rows, width);
  };
  const placeOf = (form: string, opens: boolean, capitals: boolean): number => {
    const name = `${opens ? "1" : "0"}${capitals ? "1" : "0"}${form}`;
    const known = places.get(name);
    if (known !== undefined) return known;
    if (places.size === MOST) places.clear();
    const place = first + places.size * width;
    work(form, opens, capitals, place);
    places.set(name, place);
    return place;
  };
  return {
    fill: (forms, capitals, gates) => {
      for (let t = 0; t < forms.length; t++) {
        const place = placeOf(forms[t]!, t === 0, capitals);
        numbers.copyWithin(gates.at + t * gates.stride, place, place + width);
      }
    },
  };
}
