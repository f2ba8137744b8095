import type { Reading } from "./reading.ts";
import { LONGEST_SENTENCE } from "./split-sentences.ts";

/** How many sentences were too long and were cut, and after how many tokens; null where none was. */
export function cutSentences({ sentences }: Pick<Reading, "sentences">): { count: number; tokens: number } | null {
  const count = sentences.filter(({ tokens }) => tokens.length >= LONGEST_SENTENCE).length;
  return count === 0 ? null : { count, tokens: LONGEST_SENTENCE };
}
