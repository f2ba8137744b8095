/** Letters that Unicode does not decompose, with their plain forms. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ə: "e",
  ħ: "h",
  ŋ: "n",
  "&": " and ",
};
const SPECIAL = /[øłđðþßæœıəħŋ&]/g;
const MARKS = /\p{M}+/gu;
/** Dropped without a gap: "Ja'ar", "N'Djamena", "U.S.", "Tel-'Aviv". */
const SILENT = /['’‘ʼʻʹ`´ʾʿ.ʺ"″′]/g;
const GAPS = /[^\p{L}\p{N}]+/gu;
const PLAIN_ASCII = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/**
 * The form under which the gazetteer keeps a name: lower case, no accents, no apostrophes or full stops,
 * every other gap one space. "São Tomé", "SAO TOME" and "Sao-Tome" are one name.
 */
export function normalName(name: string): string {
  if (PLAIN_ASCII.test(name)) return name;
  return name
    .toLowerCase()
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .replace(SILENT, "")
    .replace(GAPS, " ")
    .trim();
}
