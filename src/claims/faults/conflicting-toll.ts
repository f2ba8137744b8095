import type { Claim, Count, Span, TextFault } from "../../record/index.ts";
import { dateSpansIn } from "../claim-dates.ts";
import { countInWords, findFigures, tollOf } from "../figures.ts";
import type { FaultFinder, FaultSource } from "./fault-source.ts";
import { fault } from "./fault-source.ts";

type Measure = "killed" | "injured";
interface Toll {
  readonly claim: Claim;
  readonly measure: Measure;
  readonly count: Count;
}

const plain = (claim: Claim): Span => ({ start: claim.start, end: claim.end, text: claim.text });

/** Figures of consecutive toll claims: one that gives a bare figure ("the union says nine") takes the measure before it. */
function tollsOf(source: FaultSource): readonly Toll[] {
  const tolls: Toll[] = [];
  let last: { measure: Measure; paragraph: number } | null = null;
  for (const claim of source.claims) {
    if (claim.kind !== "quantity" && claim.kind !== "incident-fact") continue;
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

/** Which event's toll it is: the last event with violence spoken of at or before the figure. */
function eventOf(source: FaultSource, claim: Claim): string | null {
  const counted = source.coded.events.find((event) =>
    [event.casualties.killed, event.casualties.injured].some((count) =>
      count?.mentions.some((mention) => mention.start < claim.end && claim.start < mention.end),
    ),
  );
  if (counted !== undefined) return counted.id;
  const spoken = source.coded.events
    .flatMap((event) =>
      event.evidence.filter((span) => span.start < claim.end).map((span) => ({ event, at: span.start })),
    )
    .filter(({ event }) => event.type === "ASSAULT")
    .sort((a, b) => b.at - a.at)[0];
  return spoken?.event.id ?? null;
}

const differ = (a: Count, b: Count): boolean => a.min !== b.min || a.max !== b.max;
const voice = (claim: Claim): string => claim.attributedTo.map((span) => span.text).join("|");

/** Figures for one event that differ from voice to voice; each is marked. */
export const findConflictingTolls: FaultFinder = (source) => {
  const groups = new Map<string, Toll[]>();
  for (const toll of tollsOf(source)) {
    const event = eventOf(source, toll.claim);
    if (event === null) continue;
    const key = `${event} ${toll.measure}`;
    groups.set(key, [...(groups.get(key) ?? []), toll]);
  }
  return [...groups.values()].flatMap((tolls): TextFault[] => {
    const [first] = tolls;
    if (first === undefined) return [];
    const rivals = tolls.filter((toll) => differ(toll.count, first.count) && voice(toll.claim) !== voice(first.claim));
    if (rivals.length === 0) return [];
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
