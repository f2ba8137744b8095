import { franc } from "franc";
import type { LanguageGuess } from "./reading.ts";

/** ISO 639-3 to 639-1 and English names of the languages that news on conflict is mostly written in. */
const KNOWN: Readonly<Record<string, readonly [code: string, name: string]>> = {
  eng: ["en", "English"],
  rus: ["ru", "Russian"],
  spa: ["es", "Spanish"],
  fra: ["fr", "French"],
  deu: ["de", "German"],
  por: ["pt", "Portuguese"],
  ita: ["it", "Italian"],
  nld: ["nl", "Dutch"],
  pol: ["pl", "Polish"],
  ukr: ["uk", "Ukrainian"],
  tur: ["tr", "Turkish"],
  arb: ["ar", "Arabic"],
  pes: ["fa", "Persian"],
  prs: ["fa", "Dari"],
  urd: ["ur", "Urdu"],
  hin: ["hi", "Hindi"],
  ben: ["bn", "Bengali"],
  kaz: ["kk", "Kazakh"],
  kir: ["ky", "Kyrgyz"],
  uzn: ["uz", "Uzbek"],
  tgk: ["tg", "Tajik"],
  heb: ["he", "Hebrew"],
  cmn: ["zh", "Chinese"],
  jpn: ["ja", "Japanese"],
  kor: ["ko", "Korean"],
  ind: ["id", "Indonesian"],
  swh: ["sw", "Swahili"],
  som: ["so", "Somali"],
  amh: ["am", "Amharic"],
  hau: ["ha", "Hausa"],
  ell: ["el", "Greek"],
  swe: ["sv", "Swedish"],
  ron: ["ro", "Romanian"],
  srp: ["sr", "Serbian"],
  tam: ["ta", "Tamil"],
  sin: ["si", "Sinhala"],
  mya: ["my", "Burmese"],
  tha: ["th", "Thai"],
  vie: ["vi", "Vietnamese"],
};

const SAMPLE = 4000;
/** Below this many letters trigrams guess. */
const ENOUGH_LETTERS = 120;

const ENGLISH = new Set("the of and to in a was for on that by were said at with from his has had it is an as been who after".split(" "));

/** Share of the words that are the commonest of English: capitals or names mislead trigrams, these do not. */
function englishWords(sample: string): number {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => ENGLISH.has(word)).length / words.length;
}

const ENGLISH_GUESS: LanguageGuess = { code: "en", name: "English", sure: true };

/** The language of a text, from its first 4,000 characters: common English words first, then `franc`'s trigrams. */
export function guessLanguage(text: string): LanguageGuess {
  const sample = text.slice(0, SAMPLE);
  const letters = (sample.match(/\p{L}/gu) ?? []).length;
  if (englishWords(sample) >= 0.12) return { ...ENGLISH_GUESS, sure: letters >= 20 };
  const found = franc(sample.toLowerCase(), { minLength: 10 });
  const [code, name] = KNOWN[found] ?? [found, found];
  return { code, name, sure: found !== "und" && letters >= ENOUGH_LETTERS };
}
