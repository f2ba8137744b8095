import type { NounPhrase, Token } from "./reading.ts";

const INNER = new Set(["DET", "ADJ", "NUM", "NOUN", "PROPN", "SYM"]);
const NOMINAL = new Set(["NOUN", "PROPN", "PRON"]);

const isHyphenInside = (tokens: readonly Token[], i: number): boolean =>
  /^[-–]$/.test(tokens[i]!.form) && tokens[i - 1]?.end === tokens[i]!.start && tokens[i + 1]?.start === tokens[i]!.end;

function canContinue(tokens: readonly Token[], i: number): boolean {
  const { upos, xpos, norm } = tokens[i]!;
  if (INNER.has(upos)) return true;
  if (upos === "PRON") return xpos === "PRP$";
  if (xpos === "POS" || norm === "'s") return upos === "PART";
  if (xpos === "VBN" || xpos === "VBG") return isParticipleBeforeNoun(tokens, i);
  if (upos === "ADV") return /^(?:JJ|CD)$/.test(tokens[i + 1]?.xpos ?? "");
  return isHyphenInside(tokens, i);
}

/** "armed men", "the wounded soldiers": a participle between a determiner or adjective and a noun. */
const isParticipleBeforeNoun = (tokens: readonly Token[], i: number): boolean =>
  /^(?:NOUN|PROPN|ADJ)$/.test(tokens[i + 1]?.upos ?? "") && tokens[i - 1]?.upos !== "AUX";

/** A determiner or possessive starts a new phrase, unless a predeterminer ("all the") or a possessive 's stands before it. */
function mustStart(tokens: readonly Token[], i: number, first: number): boolean {
  const { upos, xpos } = tokens[i]!;
  if (i === first || (upos !== "DET" && xpos !== "PRP$")) return false;
  return tokens[i - 1]!.upos !== "DET";
}

function headOf(tokens: readonly Token[], first: number, last: number): number {
  for (let i = last; i >= first; i--) if (NOMINAL.has(tokens[i]!.upos)) return i;
  for (let i = last; i >= first; i--) if (tokens[i]!.upos === "NUM") return i;
  return -1;
}

/** Base noun phrases (no phrase in another) from tags alone. */
export function baseNounPhrases(tokens: readonly Token[]): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  let i = 0;
  while (i < tokens.length) {
    if (tokens[i]!.upos === "PRON" && tokens[i]!.xpos !== "PRP$") {
      phrases.push({ first: i, last: i, head: i });
      i++;
      continue;
    }
    const first = i;
    while (i < tokens.length && canContinue(tokens, i) && !mustStart(tokens, i, first)) i++;
    let last = i - 1;
    while (last > first && !NOMINAL.has(tokens[last]!.upos) && !/^(?:NUM|ADJ)$/.test(tokens[last]!.upos)) last--;
    const head = last >= first ? headOf(tokens, first, last) : -1;
    if (head >= 0) phrases.push({ first, last, head });
    i = Math.max(i, first + 1);
  }
  return phrases;
}
