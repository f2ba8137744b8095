/**
 * English words with what WordNet knows of them, as a code of three or four letters: parts of speech as a hexadecimal
 * mask (1 noun, 2 verb, 4 adjective, 8 adverb), class of the first noun sense, class of the first verb sense, "n" for names.
 * Noun classes in capitals: W weapon, V vehicle, F facility, O organization, G group, M money, T time, P person, L location.
 */
export type Lexicon = ReadonlyMap<string, string>;

/** Bytes of `models/text-lexicon.tsv`: `word TAB code`, one a line. */
export function openLexicon(bytes: Uint8Array): Lexicon {
  const lexicon = new Map<string, string>();
  const text = new TextDecoder().decode(bytes);
  let at = 0;
  for (let end = text.indexOf("\n", at); end > at; end = text.indexOf("\n", at)) {
    const tab = text.indexOf("\t", at);
    lexicon.set(text.slice(at, tab), text.slice(tab + 1, end));
    at = end + 1;
  }
  return lexicon;
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
