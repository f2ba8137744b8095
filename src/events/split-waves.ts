import type { PlaceMention } from "../places/index.ts";
import type { CodedDocument, Event } from "../record/index.ts";
import { eventId } from "./event-id.ts";
import type { ToldEvent } from "./merge-tellings.ts";
import { eventPlaceOf } from "./tell-place.ts";

type Wave = CodedDocument["waves"][number];

/** An event with the telling it was settled from. */
export interface Settled {
  readonly event: Event;
  readonly told: ToldEvent;
}

const POINTED: ReadonlySet<string> = new Set(["site", "city", "admin2"]);

/** "in Osh, Naryn and Talas": the run of place names that holds the event's place, joined by commas and "and". */
function placeRun({ event, told }: Settled): readonly PlaceMention[] {
  const { passage } = told.lead.match;
  const own = event.place?.mentions[0];
  if (own === undefined) return [];
  const named = passage.places.filter(
    (place) => place.use === "literal" && place.place !== null && POINTED.has(place.place.precision),
  );
  const at = named.findIndex((place) => place.start === own.start);
  if (at < 0) return [];
  let first = at;
  let last = at;
  while (first > 0 && joined(told, named[first - 1]!, named[first]!)) first -= 1;
  while (last < named.length - 1 && joined(told, named[last]!, named[last + 1]!)) last += 1;
  const run = named.slice(first, last + 1);
  const hasAnd = run.some((place, i) => i > 0 && /\band\b/i.test(between(told, run[i - 1]!, place)));
  return hasAnd ? run : [];
}

function between(told: ToldEvent, a: PlaceMention, b: PlaceMention): string {
  return told.lead.match.passage.tokens
    .filter((token) => token.start >= a.end && token.end <= b.start)
    .map((token) => token.form)
    .join(" ");
}

const joined = (told: ToldEvent, a: PlaceMention, b: PlaceMention): boolean =>
  /^(?:,|,? ?(?:and|as well as)|,? and in|, in)$/i.test(between(told, a, b).trim());

const MANY: ReadonlySet<string> = new Set(["PROTEST", "ASSAULT", "COERCE"]);

/**
 * Rallies in three towns are three events of one wave: one sentence, one trigger, several places in a row. Each event keeps
 * the whole evidence; its id is told apart by its place's span.
 */
export function splitWaves(settled: readonly Settled[], textSha256: string): { events: Event[]; waves: Wave[] } {
  const events: Event[] = [];
  const waves: Wave[] = [];
  for (const one of settled) {
    const run = MANY.has(one.event.type) ? placeRun(one) : [];
    if (run.length < 2) {
      events.push(one.event);
      continue;
    }
    const id = `w${waves.length + 1}`;
    const members = run.map((place, i) => {
      const own =
        i === 0 ? one.event.id : eventId(textSha256, one.event.evidence[0]!, `${one.event.type}@${place.start}`);
      return { ...one.event, id: own, wave: id, summary: false, place: eventPlaceOf([place]) };
    });
    events.push(...members);
    const [trigger] = one.event.evidence;
    waves.push({ id, label: trigger!.text, events: members.map((member) => member.id), mentions: [trigger!] });
  }
  return { events, waves };
}
