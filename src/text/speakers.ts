import type { EntityMention, Quotation, Token } from "./reading.ts";

const SINGULAR = /^(?:i|me|my|mine|myself)$/;
const PLURAL = /^(?:we|us|our|ours|ourselves)$/;
/** How far apart, in sentences, two words of one speaker may stand. */
const REACH = 4;

export const isFirstPerson = (norm: string): boolean => SINGULAR.test(norm) || PLURAL.test(norm);

/** A mention and where it is said. */
interface Said {
  readonly head: Token;
  readonly mention: EntityMention;
  readonly tokens: readonly Token[];
  readonly paragraph: number;
  readonly quotation: number;
  readonly ref: { readonly sentence: number };
}

/** Number of the quotation that holds an offset, by bisection; -1 outside of any. Quotations stand in order and apart. */
export function quotationAt(quotations: readonly Quotation[], offset: number): number {
  let low = 0;
  let high = quotations.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (quotations[middle]!.span.start <= offset) low = middle;
    else high = middle - 1;
  }
  const span = quotations[low]?.span;
  return span !== undefined && span.start <= offset && offset < span.end ? low : -1;
}

/** "I … my", "we … our" of one quotation, or of the author in one paragraph or the next. */
export function sameSpeaker(later: Said, earlier: Said): boolean {
  const same = SINGULAR.test(later.head.norm) ? SINGULAR : PLURAL;
  return (
    same.test(earlier.head.norm) &&
    later.quotation === earlier.quotation &&
    later.ref.sentence - earlier.ref.sentence <= REACH &&
    later.paragraph - earlier.paragraph <= 1
  );
}

/** The mention that says the quotation which `first` stands in. */
export function speakerOf<M extends Said>(
  first: M,
  around: readonly M[],
  quotations: readonly Quotation[],
): M | undefined {
  const speaker = quotations[first.quotation]?.speaker ?? null;
  if (speaker === null) return undefined;
  return around.find(
    ({ head, mention, quotation }) =>
      mention.type === "person" && quotation < 0 && speaker.start <= head.start && head.end <= speaker.end,
  );
}
