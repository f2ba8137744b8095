import { hashWord } from "./feature-hash.ts";

/**
 * English words with what WordNet knows of them, as a code of three or four letters: parts of speech as a hexadecimal
 * mask (1 noun, 2 verb, 4 adjective, 8 adverb), class of the first noun sense, class of the first verb sense, "n" for names.
 * Noun classes in capitals: W weapon, V vehicle, F facility, O organization, G group, M money, T time, P person, L location.
 */
export interface Lexicon {
  get(word: string): string | undefined;
}

const [TAB, NEWLINE] = [9, 10];
/** As `hashWord`, of a word's bytes: the file is plain ASCII. */
const hashOnward = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
const START = 0x811c9dc5;

/**
 * Bytes of `models/text-lexicon.tsv`: `word TAB code`, one a line. Nothing is spelt out on opening: words are looked up in
 * the bytes by their hash, which takes a quarter of the time that a Map of them does.
 */
export function openLexicon(bytes: Uint8Array): Lexicon {
  const places = placesOf(bytes);
  const mask = places.length - 1;
  /** Spelt out once asked for. */
  const codes = new Map<number, string>();
  const isAt = (word: string, at: number): boolean => {
    for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false;
    return bytes[at + word.length] === TAB;
  };
  const codeAt = (from: number): string => {
    const known = codes.get(from);
    if (known !== undefined) return known;
    const end = bytes.indexOf(NEWLINE, from);
    const code = String.fromCharCode(...bytes.subarray(from, end < 0 ? bytes.length : end));
    codes.set(from, code);
    return code;
  };
  return {
    get: (word) => {
      for (let slot = hashWord(word) & mask; places[slot] !== 0; slot = (slot + 1) & mask) {
        const at = places[slot]! - 1;
        if (isAt(word, at)) return codeAt(at + word.length + 1);
      }
      return undefined;
    },
  };
}

/** Where each word begins, plus 1, by open addressing over the words' hashes; 0 where a slot is free. */
function placesOf(bytes: Uint8Array): Int32Array {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, bytes.length / 4))));
  const mask = slots.length - 1;
  let start = 0;
  let hash = START;
  let inWord = true;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === NEWLINE) {
      start = at + 1;
      hash = START;
      inWord = true;
    } else if (byte === TAB) {
      let slot = (hash >>> 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = start + 1;
      inWord = false;
    } else if (inWord) hash = hashOnward(hash, byte);
  }
  return slots;
}

/** Endings and what to put in their place; the ending becomes part of the code. */
const ENDINGS: readonly (readonly [ending: string, stems: readonly string[]])[] = [
  ["ies", ["y"]],
  ["es", ["", "e"]],
  ["s", [""]],
  ["ied", ["y"]],
  ["ed", ["", "e"]],
  ["ing", ["", "e"]],
  ["men", ["man"]],
  ["er", ["", "e"]],
  ["est", ["", "e"]],
  ["ly", [""]],
];

/** Code of a lower-case word; "code+ending" for an inflected one, "?" where the lexicon does not know it. */
export function codeOf(lexicon: Lexicon, norm: string): string {
  const known = lexicon.get(norm);
  if (known !== undefined) return known;
  for (const [ending, stems] of ENDINGS) {
    if (!norm.endsWith(ending) || norm.length < ending.length + 2) continue;
    const base = norm.slice(0, -ending.length);
    const undoubled = base.at(-1) === base.at(-2) ? base.slice(0, -1) : base;
    for (const stem of [...stems.map((end) => base + end), undoubled]) {
      const code = lexicon.get(stem);
      if (code !== undefined) return `${code}+${ending}`;
    }
  }
  return "?";
}
