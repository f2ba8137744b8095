import type { CodedDocument, Count, Event, Span } from "../record/index.ts";
import { overlaps } from "../record/index.ts";
import type { Reading } from "../text/index.ts";
import { type Passage, spanBetween } from "./passage.ts";

type Indicator = CodedDocument["indicators"][number];

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
/** Words by which a sentence gives a figure of context, not of one happening. */
const STATISTICAL = words(
  "data figure statistics statistic census survey poll estimate count record register list total average rate share unemployment population number document log tally inflation displaced tons tonnes",
);
const UNITS_OF_TIME_OR_SIZE =
  /^(?:days?|weeks?|months?|years?|hours?|minutes?|kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|kilograms?|kg|years?-old|houses?)$/;
const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

interface Figure {
  /** Token indexes, `last` inclusive, scale and per cent sign included. */
  readonly first: number;
  readonly last: number;
  readonly value: Count;
  readonly percent: boolean;
}

const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1800 && value <= 2100;

function boundBefore({ tokens }: Passage, at: number): "least" | "most" | null {
  const before = tokens
    .slice(Math.max(0, at - 2), at)
    .map((token) => token.norm)
    .join(" ");
  if (/at least$|more than$|\bover$/.test(before)) return "least";
  return /at most$|fewer than$|less than$|up to$/.test(before) ? "most" : null;
}

function figureAt(passage: Passage, at: number): Figure | null {
  const { tokens, dated } = passage;
  const digits = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?%?$/.exec(tokens[at]?.norm ?? "");
  if (digits === null || dated.has(at)) return null;
  let last = at;
  const scale = SCALES[tokens[at + 1]?.norm ?? ""];
  if (scale !== undefined) last += 1;
  const number = Number(digits[0].replaceAll(",", "").replace("%", "")) * (scale ?? 1);
  const after = tokens[last + 1]?.norm ?? "";
  const two = `${after} ${tokens[last + 2]?.norm ?? ""}`;
  const percent = digits[0].endsWith("%") || /^(?:%|percent)$/.test(after) || two === "per cent";
  if (percent && !digits[0].endsWith("%")) last += two === "per cent" ? 2 : 1;
  if (!percent && isYear(number)) return null;
  const bound = boundBefore(passage, at);
  const value = { min: bound === "most" ? null : number, max: bound === "least" ? null : number };
  return { first: at, last, value, percent };
}

/** What is counted: "118 border incidents" → "border incidents"; a phrase of time or size counts nothing. */
function counted(reading: Reading, passage: Passage, figure: Figure): Span | null {
  const phrase = passage.sentence.nounPhrases.find(({ first, last }) => first <= figure.first && figure.last < last);
  const head = phrase === undefined ? undefined : passage.tokens[phrase.last];
  if (phrase === undefined || head === undefined || !/^NNS?$/.test(head.xpos)) return null;
  return UNITS_OF_TIME_OR_SIZE.test(head.norm) ? null : spanBetween(reading, passage, figure.last + 1, phrase.last);
}

/** "70 % of the voters": the share of them; "unemployment stood at 14 %": the subject of the verb before. */
function sharedOut(reading: Reading, passage: Passage, figure: Figure): { name: string; span: Span } | null {
  const { tokens, sentence } = passage;
  if (tokens[figure.last + 1]?.norm === "of") {
    const phrase = sentence.nounPhrases.find(({ first }) => first === figure.last + 2);
    if (phrase === undefined) return null;
    const span = spanBetween(reading, passage, phrase.first, phrase.last);
    return { name: `share of ${span.text}`, span };
  }
  const verb = passage.verbs.findLast((group) => group.last < figure.first);
  if (verb === undefined || figure.first - verb.last > 4) return null;
  const phrase = sentence.nounPhrases.findLast(({ last }) => last < verb.first);
  if (phrase === undefined) return null;
  const span = spanBetween(reading, passage, phrase.first, phrase.last);
  return { name: span.text, span };
}

const COARSE: ReadonlySet<string> = new Set(["year", "quarter", "month", "season", "interval", "decade"]);

/** The item right behind the figure and before the next one, else the only one of the sentence. */
function belonging<T extends Span>(items: readonly T[], figure: Span, next: number): T | null {
  const behind = items.find((item) => item.start >= figure.end && item.start < next);
  return behind ?? (items.length === 1 ? items[0]! : null);
}

const COLLECTIONS: ReadonlySet<string> = new Set([
  "data",
  "figure",
  "statistics",
  "statistic",
  "census",
  "survey",
  "poll",
]);

/** "Ministry data list 118 …": the collection that the figure is taken from. */
function collection(reading: Reading, passage: Passage, figure: Figure): string | null {
  const { tokens } = passage;
  const at = tokens.findIndex(
    (token, i) => i < figure.first && (COLLECTIONS.has(token.lemma) || COLLECTIONS.has(token.norm)),
  );
  if (at < 0) return null;
  let first = at;
  while (/^(?:NOUN|PROPN|ADJ|DET)$/.test(tokens[first - 1]?.upos ?? "")) first -= 1;
  return spanBetween(reading, passage, first, at).text;
}

/** "118 incidents in 2018 and 147 in 2017": a bare figure counts what the one before it counts. */
const goesOn = ({ tokens }: Passage, figure: Figure): boolean =>
  /^(?:and|from|to|against)$/.test(tokens[figure.first - 1]?.norm ?? "") &&
  !/^(?:NOUN|ADJ|PROPN)$/.test(tokens[figure.last + 1]?.upos ?? "");

function indicatorOf(
  reading: Reading,
  passage: Passage,
  figure: Figure,
  next: number,
  before: Indicator | undefined,
): Indicator | null {
  const span = spanBetween(reading, passage, figure.first, figure.last);
  const what = figure.percent ? sharedOut(reading, passage, figure) : null;
  const thing = figure.percent ? null : counted(reading, passage, figure);
  const carried = before !== undefined && goesOn(passage, figure) ? before.name : undefined;
  const name = what?.name ?? thing?.text ?? carried;
  if (name === undefined) return null;
  const period = belonging(
    passage.dates.filter(({ from, to, precision }) => from !== null && to !== null && COARSE.has(precision)),
    span,
    next,
  );
  const places = passage.places.filter((one) => one.use === "literal" && one.place !== null);
  const place = belonging(places, span, next);
  const source = passage.attributions.find(({ content }) => content.start <= span.start && span.end <= content.end);
  const { from, to } = period ?? { from: null, to: null };
  return {
    name,
    value: figure.value,
    unit: figure.percent ? "%" : (name.split(/\s+/).at(-1) ?? name),
    place: place?.text ?? null,
    period: from === null || to === null ? null : { from, to },
    source: source?.sources.at(-1)?.text ?? collection(reading, passage, figure),
    mentions: [span, ...(what === null ? (thing === null ? [] : [thing]) : [what.span])].sort(
      (a, b) => a.start - b.start,
    ),
  };
}

/** Figures that belong to an event: its tolls and its participants' numbers. */
const ofEvents = (events: readonly Event[]): readonly Span[] =>
  events.flatMap((event) => [
    ...[event.casualties.killed, event.casualties.injured].flatMap((count) => count?.mentions ?? []),
    ...event.participants.flatMap((who) => who.mentions),
  ]);

/** Context figures: shares, and counts that a sentence gives as statistics, with period, place and source where said. */
export function findIndicators(
  reading: Reading,
  passages: readonly Passage[],
  events: readonly Event[],
): readonly Indicator[] {
  const taken = ofEvents(events);
  return passages.flatMap((passage) => {
    const figures = passage.tokens.flatMap((_, i) => figureAt(passage, i) ?? []);
    const statistical = passage.tokens.some(({ lemma, norm }) => STATISTICAL.has(lemma) || STATISTICAL.has(norm));
    const found: Indicator[] = [];
    figures.forEach((figure, i) => {
      const first = passage.tokens[figure.first]!;
      if (!(figure.percent || statistical) || taken.some((span) => overlaps(span, first))) return;
      const following = figures[i + 1];
      const next = following === undefined ? passage.sentence.end : passage.tokens[following.first]!.start;
      const one = indicatorOf(reading, passage, figure, next, found.at(-1));
      if (one !== null) found.push(one);
    });
    return found;
  });
}
