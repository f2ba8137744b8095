import { franc } from "franc";
import type { LanguageGuess } from "./reading.ts";

/** Languages with a two-letter code and a name we print; others keep their three letters. */
const KNOWN: Readonly<Record<string, readonly [code: string, name: string]>> = {
  eng: ["en", "English"],
  sco: ["en", "English"],
  spa: ["es", "Spanish"],
  fra: ["fr", "French"],
  deu: ["de", "German"],
  por: ["pt", "Portuguese"],
  ita: ["it", "Italian"],
  nld: ["nl", "Dutch"],
  rus: ["ru", "Russian"],
  ukr: ["uk", "Ukrainian"],
  bul: ["bg", "Bulgarian"],
  bel: ["be", "Belarusian"],
  kaz: ["kk", "Kazakh"],
  uzn: ["uz", "Uzbek"],
  kir: ["ky", "Kyrgyz"],
  tgk: ["tg", "Tajik"],
  tuk: ["tk", "Turkmen"],
  tur: ["tr", "Turkish"],
  azj: ["az", "Azerbaijani"],
  arb: ["ar", "Arabic"],
  pes: ["fa", "Persian"],
  prs: ["fa", "Persian"],
  pbu: ["ps", "Pashto"],
  urd: ["ur", "Urdu"],
  hin: ["hi", "Hindi"],
  ben: ["bn", "Bengali"],
  tam: ["ta", "Tamil"],
  cmn: ["zh", "Chinese"],
  jpn: ["ja", "Japanese"],
  kor: ["ko", "Korean"],
  vie: ["vi", "Vietnamese"],
  ind: ["id", "Indonesian"],
  pol: ["pl", "Polish"],
  ces: ["cs", "Czech"],
  ron: ["ro", "Romanian"],
  hun: ["hu", "Hungarian"],
  swe: ["sv", "Swedish"],
  ell: ["el", "Greek"],
  heb: ["he", "Hebrew"],
  som: ["so", "Somali"],
  swh: ["sw", "Swahili"],
  hau: ["ha", "Hausa"],
  amh: ["am", "Amharic"],
  srp: ["sr", "Serbian"],
  sin: ["si", "Sinhala"],
  mya: ["my", "Burmese"],
  tha: ["th", "Thai"],
};

/** Words that are frequent in English and rare as whole words elsewhere. */
const ENGLISH =
  /(?<![\p{L}\p{M}])(?:the|of|and|to|in|was|were|that|for|with|by|from|his|their|has|have|had|is|are|it|said|on|at|who|which|been|after)(?![\p{L}\p{M}])/giu;

/** Letters read: more cost time and settle nothing. */
const SAMPLE = 20_000;
/** Fewer letters than this never give a sure answer: trigrams need more than function words do. */
const ENOUGH = 80;
const ENOUGH_ENGLISH = 20;

const guess = (code: string, name: string, sure: boolean): LanguageGuess => ({ code, name, sure });

/** Trigrams take short Russian for Bulgarian; the letters that Bulgarian does without tell them apart. */
const mended = (code: string, sample: string): string => (code === "bul" && /[ыэё]/.test(sample) ? "rus" : code);

/**
 * Language of a document, by trigrams (franc) and by the share of English function words, which settles
 * English texts full of foreign names. Short texts are answered with `sure: false`.
 */
export function languageOf(text: string): LanguageGuess {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  const words = sample.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  if (letters === 0) return guess("und", "undetermined", false);
  const english = (sample.match(ENGLISH) ?? []).length / words.length;
  if (english >= 0.15) return guess("en", "English", letters >= ENOUGH_ENGLISH);
  const code = mended(franc(sample, { minLength: 10 }), sample);
  if (code === "und") return guess("und", "undetermined", false);
  const known = KNOWN[code] ?? [code, code];
  const sure = letters >= ENOUGH && (known[0] !== "en" || english >= 0.05);
  return guess(known[0], known[1], sure);
}
