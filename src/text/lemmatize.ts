import { parseTable } from "../record/index.ts";
import type { Lexicon } from "./lexicon.ts";

export type Lemmatizer = (norm: string, upos: string, xpos: string) => string;

const VOWEL = /[aeiouy]/;
const DOUBLED = /([bdgmnprt])\1$/;

function stemOfVerb(stem: string): string {
  if (DOUBLED.test(stem)) return stem.slice(0, -1);
  if (/(?:at|iz|ys|ag|ac|uc|is|os|us|as|iv|av|ov|rv|lv|eav|eiv|iev|rg|dg|ng|nc|rc|ns|rs|ls|u|[bcdfgkpt]l)$/.test(stem))
    return silentE(stem);
  if (
    /^[^aeiouy]*[aiou][bcdfgklmnprt]$/.test(stem) ||
    /[^aeiou](?:ir|ur|id|ud|od|in|un|ul|ak|ik|ok|ip|op|ap|et|ut|ot|it)$/.test(stem)
  ) {
    return silentE(stem);
  }
  return stem;
}

/** "bring", "long", "focus" keep their bare stem; the rest of these endings take e back. */
function silentE(stem: string): string {
  if (
    /(?:[^r]ing|ong|ang|ung|eat|oat|eet|out|ait|oit|erit|osit|imit|hibit|isit|rofit|edit|udit|mit|velop|ign|aign|us$(?<!ous|aus|oos|fus|cus)|ss)$/.test(
      stem,
    )
  ) {
    return stem;
  }
  return `${stem}e`;
}

/** Whether WordNet has the word as a verb (the 2 of the lexicon's mask). */
const isVerb = (lexicon: Lexicon, word: string): boolean =>
  (Number.parseInt(lexicon.get(word)?.[0] ?? "0", 16) & 2) !== 0;

/** What was before "-ed" or "-ing": a verb that the lexicon knows, or what the rules say of one it doesn't. */
function regularVerb(stem: string, lexicon: Lexicon): string {
  const ruled = stemOfVerb(stem);
  const undoubled = stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
  return [ruled, `${stem}e`, stem, undoubled].find((word) => isVerb(lexicon, word)) ?? ruled;
}

function verb(norm: string, xpos: string, lexicon: Lexicon): string {
  if (xpos === "VBZ") return singular(norm);
  // "need", "bring": a base form has no ending, whatever its last letters.
  if (/^VBP?$/.test(xpos) && isVerb(lexicon, norm)) return norm;
  if (norm.endsWith("ied")) return `${norm.slice(0, -3)}y`;
  const stem = norm.replace(/(?:ed|ing)$/, "");
  return stem !== norm && VOWEL.test(stem) ? regularVerb(stem, lexicon) : norm;
}

function singular(norm: string): string {
  if (/[^aeiou]ies$/.test(norm) && norm.length > 4) return `${norm.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(norm)) return norm.slice(0, -2);
  if (/(?:men)$/.test(norm) && norm.length > 4) return `${norm.slice(0, -2)}an`;
  if (/(?:ss|us|is)$/.test(norm) || !norm.endsWith("s") || norm.length < 3) return norm;
  return norm.slice(0, -1);
}

function comparison(norm: string): string {
  const stem = norm.replace(/(?:er|est)$/, "");
  if (stem === norm) return norm;
  if (stem.endsWith("i")) return `${stem.slice(0, -1)}y`;
  if (DOUBLED.test(stem)) return stem.slice(0, -1);
  return /(?:rg|at|ut|id|fe|ar|ur|s|c|v|l(?<![aeiou]l))$/.test(stem) && stem.length < 6 && !/(?:ll|ss|ear)$/.test(stem)
    ? `${stem}e`
    : stem;
}

const CLASS_OF: Readonly<Record<string, string>> = { AUX: "VERB", VERB: "VERB", NOUN: "NOUN", ADJ: "ADJ", ADV: "ADJ" };
const SHORT_FORMS: Readonly<Record<string, string>> = {
  "n't": "not",
  "n’t": "not",
  an: "a",
  "’s": "'s",
  me: "I",
  him: "he",
  them: "they",
  us: "we",
};

/**
 * Lemmas by a table of irregular forms, then by rules, verbs with the lexicon's word for it; proper names keep their form
 * in lower case.
 */
export function openLemmatizer(tsv: string, lexicon: Lexicon): Lemmatizer {
  const irregular = new Map(
    parseTable("text-lemmas.tsv", tsv).rows.map(({ cells }) => [`${cells.pos} ${cells.form}`, cells.lemma!]),
  );
  return (written, upos, xpos) => {
    const norm = written.replace(/’/g, "'");
    if ((upos === "AUX" || upos === "VERB") && norm === "'s") return "be";
    const known = irregular.get(`${CLASS_OF[upos]} ${norm}`) ?? SHORT_FORMS[norm];
    if (known !== undefined) return known;
    if (upos === "VERB" || upos === "AUX") return verb(norm, xpos, lexicon);
    if (xpos === "NNS") return singular(norm);
    if (/^(?:JJR|JJS|RBR|RBS)$/.test(xpos)) return comparison(norm);
    return norm;
  };
}
