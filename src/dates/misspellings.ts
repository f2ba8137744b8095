/** Calendar names long enough that a slip of the finger leaves no other word. */
const LONG_ENOUGH = 6;

/**
 * One slip of the finger away from a word: a letter left out ("Octber"), one of its own put in once more ("Octtober", "Janurary") or two changed over ("Ocotber").
 * First and last letter stay: they are rarely missed, and keeping them keeps names such as "Frida" apart.
 */
export function misspellingsOf(word: string): string[] {
  if (word.length < LONG_ENOUGH) return [];
  const found = new Set<string>();
  for (let i = 1; i < word.length - 1; i++) {
    found.add(word.slice(0, i) + word.slice(i + 1));
    for (const letter of word) found.add(word.slice(0, i) + letter + word.slice(i));
    if (i < word.length - 2) found.add(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
  }
  found.delete(word);
  return [...found];
}
