import { type Span, spanOf } from "../record/index.ts";
import type { Reading, Sentence, Token } from "../text/index.ts";
import { isCapital } from "./capitals.ts";
import type { Place } from "./gazetteer.ts";
import type { PlaceMention } from "./place-mention.ts";
import type { PlaceTables } from "./place-tables.ts";

/** A street or road by its own name: a site inside its town, without a point of its own. */
export interface Street extends Span {
  readonly sentence: Sentence;
}

const LONGEST = 4;

/** Streets ("Orchard St.", "Main Street") and numbered roads ("Highway 19"); house numbers stay outside. */
export function findStreets(reading: Reading, tables: PlaceTables): readonly Street[] {
  const { street, road } = tables.context;
  return reading.sentences.flatMap((sentence) => {
    const { tokens } = sentence;
    const found: Street[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      if (!/^\p{Lu}/u.test(token.form)) continue;
      if (road.has(token.norm) && /^\d+[A-Z]?$/.test(tokens[i + 1]?.form ?? "")) {
        found.push({ ...spanOf(reading.text, token.start, tokens[i + 1]!.end), sentence });
        continue;
      }
      if (!street.has(token.norm.replaceAll(".", "")) || i === 0) continue;
      let first = i;
      while (first > 0 && i - first < LONGEST && isPartOfName(reading, tokens[first - 1]!)) first--;
      if (
        first === i ||
        tables.context.holder.has(tokens[i - 1]!.norm) ||
        (first === 0 && i - first === 1 && tokens[0]!.upos !== "PROPN")
      )
        continue;
      found.push({ ...spanOf(reading.text, tokens[first]!.start, token.end), sentence });
    }
    return found;
  });
}

const isPartOfName = (reading: Reading, token: Token): boolean =>
  (isCapital(reading, token) && token.upos === "PROPN") || /^\d+(?:st|nd|rd|th)$/i.test(token.form);

const isTown = ({ place, use }: PlaceMention): boolean => use === "literal" && place?.precision === "city";

/** The town that a street lies in: the first named behind it in its sentence, else the last one named before it; or null. */
export function townOf(
  { start, end, sentence }: Pick<Street, "start" | "end" | "sentence">,
  mentions: readonly PlaceMention[],
): Place | null {
  const behind = mentions.find((m) => isTown(m) && m.start >= end && m.end <= sentence.end);
  const before = mentions.findLast((m) => isTown(m) && m.end <= start);
  return (behind ?? before)?.place ?? null;
}
