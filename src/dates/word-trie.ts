/** Words by their letters, for finding them in running text without cutting it up. Keys are in small ASCII letters. */
export interface WordTrie<T> {
  /** Of node n and letter l (0-25): node `next[n * 26 + l]`, 0 for none. */
  readonly next: Uint16Array;
  /** What the word that ends at a node means; undefined where none does. */
  readonly ends: readonly (T | undefined)[];
}

const LETTERS = 26;
const A = 97;

/** @throws RangeError where a key holds anything but small ASCII letters: keys come from our tables. */
export function buildWordTrie<T>(entries: Iterable<readonly [string, T]>): WordTrie<T> {
  const rows: number[][] = [new Array<number>(LETTERS).fill(0)];
  const ends: (T | undefined)[] = [undefined];
  for (const [word, meaning] of entries) {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const letter = word.charCodeAt(i) - A;
      if (letter < 0 || letter >= LETTERS) throw new RangeError(`"${word}" is not in small letters`);
      if (rows[node]![letter] === 0) {
        rows[node]![letter] = rows.length;
        rows.push(new Array<number>(LETTERS).fill(0));
        ends.push(undefined);
      }
      node = rows[node]![letter]!;
    }
    ends[node] = meaning;
  }
  return { next: Uint16Array.from(rows.flat()), ends };
}

/** The node that the letter of this code, in either case, leads to; 0 where no word goes on so. */
export function nextNode<T>(trie: WordTrie<T>, node: number, code: number): number {
  const letter = (code | 32) - A;
  return letter < 0 || letter >= LETTERS ? 0 : trie.next[node * LETTERS + letter]!;
}

/** Meaning of `text` from `start` to `end`, in any case, or undefined. */
export function lookUpWord<T>(trie: WordTrie<T>, text: string, start: number, end: number): T | undefined {
  let node = 0;
  for (let i = start; i < end; i++) {
    const letter = (text.charCodeAt(i) | 32) - A;
    if (letter < 0 || letter >= LETTERS) return undefined;
    node = trie.next[node * LETTERS + letter]!;
    if (node === 0) return undefined;
  }
  return trie.ends[node];
}
