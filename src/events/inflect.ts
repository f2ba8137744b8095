/** Regular forms of an English word: third person or plural, past, -ing. Irregular ones are the text room's lemmas. */
export function inflect(word: string): readonly string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [word];
  if (/[^aeiou]y$/.test(word)) {
    const stem = word.slice(0, -1);
    return [word, `${stem}ies`, `${stem}ied`, `${word}ing`];
  }
  if (word.endsWith("ie")) return [word, `${word}s`, `${word}d`, `${word.slice(0, -2)}ying`];
  if (word.endsWith("e")) return [word, `${word}s`, `${word}d`, `${word.slice(0, -1)}ing`];
  const plural = /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
  const regular = [word, plural, `${word}ed`, `${word}ing`];
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(word)
    ? [`${word}${word.at(-1)}ed`, `${word}${word.at(-1)}ing`]
    : [];
  return [...regular, ...doubled];
}
