import type { CodedDocument, Event, Span } from "../../record/index.ts";
import type { Key } from "./key.ts";

/** Words of the article with the keys of everything that stands on them. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly keys: readonly Key[];
  /** Claims, events and faults whose first words begin here: their number is set before the segment. */
  readonly begins: readonly Key[];
}
export interface Paragraph {
  readonly start: number;
  readonly segments: readonly Segment[];
}

/** One span with the key it lights. `opens` on the first evidence of an object. */
export interface Mark {
  readonly span: Pick<Span, "start" | "end">;
  readonly key: Key;
  readonly opens: boolean;
}

const marksOf = (spans: readonly Span[], key: Key): Mark[] => spans.map((span) => ({ span, key, opens: false }));

/** Every value of an event that stands on words, by the name of its field. */
function fieldsOf(event: Event): readonly { readonly field: string; readonly spans: readonly Span[] }[] {
  const { casualties } = event;
  return [
    { field: "what", spans: event.evidence },
    { field: "date", spans: event.date?.mentions ?? [] },
    { field: "place", spans: event.place?.mentions ?? [] },
    { field: "source", spans: event.attributedTo },
    { field: "killed", spans: casualties.killed?.mentions ?? [] },
    { field: "injured", spans: casualties.injured?.mentions ?? [] },
    { field: "abducted", spans: casualties.abducted?.mentions ?? [] },
    { field: "detained", spans: casualties.detained?.mentions ?? [] },
    ...event.participants.map((participant, i) => ({ field: `who${i}`, spans: participant.mentions })),
    ...event.weapons.map((weapon, i) => ({ field: `weapon${i}`, spans: weapon.mentions })),
    ...event.responsibility.map((one, i) => ({ field: `responsibility${i}`, spans: one.mentions })),
    ...event.reports.map((one, i) => ({ field: `report${i}`, spans: one.by })),
    ...casualties.bySide.map((one, i) => ({ field: `side${i}`, spans: one.mentions })),
  ];
}

const eventMarks = (event: Event): Mark[] =>
  fieldsOf(event).flatMap(({ field, spans }) =>
    marksOf(spans, `event:${event.id}/${field}`).map((mark, i) => ({ ...mark, opens: field === "what" && i === 0 })),
  );

export const marksOfDocument = (coded: CodedDocument, claims: readonly Span[]): readonly Mark[] => [
  ...coded.events.flatMap(eventMarks),
  ...claims.map((claim, i): Mark => ({ span: claim, key: `claim:${i + 1}`, opens: true })),
  ...coded.issues.flatMap((fault, i) =>
    marksOf(fault.spans, `fault:${i + 1}`).map((mark, j) => ({ ...mark, opens: j === 0 })),
  ),
];

/** Stretches of `text` between line breaks, blank ones left out. Offsets are those of the text. */
export function paragraphRanges(text: string): readonly { readonly start: number; readonly end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (match[0].trim() !== "") ranges.push({ start: match.index, end: match.index + match[0].length });
  }
  return ranges;
}

/**
 * Cuts the text at every end of a mark, so that each segment carries one set of keys, however marks overlap.
 * Cost: O(paragraphs × marks in them).
 */
export function segment(text: string, marks: readonly Mark[]): readonly Paragraph[] {
  const inText = marks.filter(({ span }) => span.start < span.end && span.end <= text.length);
  return paragraphRanges(text).map((range) => {
    const here = inText.filter(({ span }) => span.start < range.end && span.end > range.start);
    const cuts = new Set([range.start, range.end]);
    for (const { span } of here) {
      cuts.add(Math.max(range.start, span.start));
      cuts.add(Math.min(range.end, span.end));
    }
    const points = [...cuts].sort((a, b) => a - b);
    const segments = points.slice(0, -1).map((start, i): Segment => {
      const end = points[i + 1] ?? range.end;
      const over = here.filter(({ span }) => span.start < end && span.end > start);
      return {
        start,
        end,
        text: text.slice(start, end),
        keys: [...new Set(over.map((mark) => mark.key))],
        begins: over.filter((mark) => mark.opens && mark.span.start === start).map((mark) => mark.key),
      };
    });
    return { start: range.start, segments };
  });
}
