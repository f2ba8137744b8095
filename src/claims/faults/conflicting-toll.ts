import type { Claim, Count, Event, Span, TextFault } from "../../record/index.ts";
import { overlaps } from "../../record/index.ts";
import { isToldAsHappened } from "../check-context.ts";
import { dateSpansIn } from "../claim-dates.ts";
import { countInWords, findFigures, tollOf } from "../figures.ts";
import { isViolent } from "../subject.ts";
import type { FaultFinder, FaultSource } from "./fault-source.ts";
import { fault, sentenceAt } from "./fault-source.ts";

type Measure = "killed" | "injured";
interface Toll {
  readonly claim: Claim;
  readonly measure: Measure;
  readonly count: Count;
}

const TOLL_WORDS = /^(?:the )?(?:killed|killing|dead|died|deaths?|bodies|wound\w+|injur\w+|hurt|victims?|toll)$/i;

const plain = (claim: Claim): Span => ({ start: claim.start, end: claim.end, text: claim.text });

/** Figures of consecutive toll claims: one that gives a bare figure ("the union says nine") takes the measure before it. */
function tollsOf(source: FaultSource): readonly Toll[] {
  const tolls: Toll[] = [];
  let last: { measure: Measure; paragraph: number } | null = null;
  for (const claim of source.claims) {
    if ((claim.kind !== "quantity" && claim.kind !== "incident-fact") || claim.testable !== "record") continue;
    const figures = findFigures(claim.text, dateSpansIn(claim, source.coded.dates));
    const paragraph =
      source.reading.sentences.find((s) => s.start <= claim.start && claim.start < s.end)?.paragraph ?? -1;
    const given = (["killed", "injured"] as const).flatMap((measure) => {
      const count = tollOf(claim.text, figures, measure);
      return count === null ? [] : [{ claim, measure, count }];
    });
    const bare = claim.kind === "quantity" && claim.testable === "record" ? figures[0] : undefined;
    if (given.length > 0) tolls.push(...given);
    else if (bare !== undefined && last !== null && last.paragraph === paragraph) {
      tolls.push({ claim, measure: last.measure, count: bare.count });
    }
    const measure = given[0]?.measure;
    if (measure !== undefined) last = { measure, paragraph };
  }
  return tolls;
}

/** The event is first told in this claim, with a day or a place of its own. */
const opens = (source: FaultSource, claim: Claim, event: Event): boolean =>
  event.evidence.every((span) => span.start >= claim.start) &&
  [...source.coded.dates, ...source.coded.places].some((mention) => overlaps(mention, claim));

/** The event that a toll is of: the violence told in the claim itself, or the last told before it. */
function ownEvent(source: FaultSource, claim: Claim): string | null {
  const spoken = source.coded.events.filter((event) => isViolent(event.incident) && isToldAsHappened(event));
  const inside = spoken.find((event) =>
    event.evidence.some(
      (span) => overlaps(span, claim) && (!TOLL_WORDS.test(span.text) || opens(source, claim, event)),
    ),
  );
  return inside?.id ?? null;
}

const lastBefore = (source: FaultSource, at: number): string | null =>
  source.coded.events
    .filter((event) => isViolent(event.incident))
    .flatMap((event) =>
      event.evidence.filter((span) => span.start < at).map((span) => ({ id: event.id, at: span.start })),
    )
    .sort((one, other) => other.at - one.at)[0]?.id ?? null;

/** Tolls by event: a figure without an event of its own goes on with the one before it in the paragraph. */
function grouped(source: FaultSource, tolls: readonly Toll[]): readonly (readonly Toll[])[] {
  const groups = new Map<string, Toll[]>();
  let last: { event: string | null; paragraph: number } = { event: null, paragraph: -1 };
  for (const toll of tolls) {
    const paragraph = sentenceAt(source.reading, toll.claim.start)?.paragraph ?? -1;
    const carried = last.paragraph === paragraph ? last.event : null;
    const event = ownEvent(source, toll.claim) ?? carried ?? lastBefore(source, toll.claim.start);
    last = { event, paragraph };
    if (event === null) continue;
    const key = `${event} ${toll.measure}`;
    groups.set(key, [...(groups.get(key) ?? []), toll]);
  }
  return [...groups.values()];
}

const differ = (a: Count, b: Count): boolean => a.min !== b.min || a.max !== b.max;
const COUNTS = /\b(?:puts?|counts?|counted|gives?|gave|says?|said|lists?|speaks?|spoke|insists?|admits?|claims?)\b/i;
const HEARSAY = /\b(?:by all accounts|it is said|reportedly|rumou?r)\b/i;

/** Who gives a figure: the sources, else whoever stands before a verb of counting, else hearsay, else the author. */
function voice(claim: Claim): string {
  if (claim.attributedTo.length > 0) return claim.attributedTo.map((span) => span.text).join("|");
  const hearsay = HEARSAY.exec(claim.text);
  if (hearsay !== null) return hearsay[0].toLowerCase();
  const verb = COUNTS.exec(claim.text);
  return verb === null ? "" : claim.text.slice(0, verb.index).trim();
}

const overlapsAny = (span: Span, spans: readonly Span[]): boolean => spans.some((other) => overlaps(span, other));

/** Voices of a figure: those on whose word its claim stands, else "" for the author. */
const voiceAt = (source: FaultSource, figure: Span): string => {
  const claim = source.claims.find((one) => overlaps(one, figure));
  return claim === undefined ? "" : voice(claim);
};

/** Figures that the coder keeps side by side for one event, from sentences of different voices. */
function fromEvents(source: FaultSource, found: readonly TextFault[]): readonly TextFault[] {
  const marked = found.flatMap(({ spans }) => spans);
  return source.coded.events.filter(isToldAsHappened).flatMap((event) =>
    (["killed", "injured"] as const).flatMap((measure): TextFault[] => {
      const count = event.casualties[measure];
      if (count === null || count.min === count.max || count.mentions.length < 2) return [];
      const spans = [...count.mentions].sort((a, b) => a.start - b.start);
      const voices = new Set(spans.map((span) => voiceAt(source, span)));
      if (voices.size < 2 || spans.some((span) => overlapsAny(span, marked))) return [];
      return [fault("conflicting-toll", spans, `${measure}: ${countInWords(count)}.`)];
    }),
  );
}

/** Figures for one event that differ from voice to voice; each is marked. */
export const findConflictingTolls: FaultFinder = (source) => {
  const found = fromClaims(source);
  return [...found, ...fromEvents(source, found)];
};

const fromClaims: FaultFinder = (source) => {
  return grouped(source, tollsOf(source)).flatMap((tolls): TextFault[] => {
    const [first] = tolls;
    if (first === undefined) return [];
    const rivals = tolls.filter((toll) => differ(toll.count, first.count) && voice(toll.claim) !== voice(first.claim));
    // Two voices must be heard: a story told on by its author gives parts and totals, not rival figures.
    const voices = new Set([first, ...rivals].map((toll) => voice(toll.claim)).filter((name) => name !== ""));
    if (rivals.length === 0 || voices.size < 2) return [];
    const all = [first, ...rivals].sort((a, b) => a.claim.start - b.claim.start);
    const figures = all.map((toll) => countInWords(toll.count)).join(", ");
    return [
      fault(
        "conflicting-toll",
        all.map((toll) => plain(toll.claim)),
        `${first.measure}: ${figures}.`,
      ),
    ];
  });
};
