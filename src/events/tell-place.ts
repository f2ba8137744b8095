import type { PlaceMention } from "../places/index.ts";
import type { EventPlace } from "../record/index.ts";
import type { Token } from "../text/index.ts";
import type { Match } from "./guards.ts";
import type { Passage } from "./passage.ts";
import { standsWith } from "./tell-date.ts";

export const FINENESS = { site: 0, city: 1, admin2: 2, admin1: 3, country: 4, region: 5 } as const;

export function eventPlaceOf(mentions: readonly PlaceMention[], inferredBy?: string): EventPlace | null {
  const [mention] = mentions;
  const place = mention?.place ?? null;
  if (place === null) return null;
  const { name, geonameId, lat, lon, country, precision, radiusKm } = place;
  const admin1 = precision === "admin1" ? name : place.admin1;
  const spans = mentions.map(({ start, end, text }) => ({ start, end, text }));
  return {
    name,
    geonameId,
    lat,
    lon,
    country,
    admin1,
    precision,
    radiusKm,
    mentions: spans,
    ...(inferredBy === undefined ? {} : { inferredBy }),
  };
}

const PLACING = new Set([
  "in",
  "at",
  "near",
  "outside",
  "inside",
  "through",
  "across",
  "around",
  "from",
  "of",
  "to",
  "on",
  "within",
  "throughout",
  "between",
]);
const BY_THE_WAY = new Set(["from", "to", "of"]);

/** The word before the place name, articles and adjectives aside. */
function introducedBy(match: Match, place: PlaceMention): string {
  const { tokens } = match.passage;
  let at = tokens.findIndex((token) => token.start >= place.start) - 1;
  const passed = (token: Token | undefined): boolean =>
    token !== undefined && (["DET", "ADJ", "PROPN", "NOUN"].includes(token.upos) || /^['’]s?$/.test(token.form));
  while (passed(tokens[at])) at -= 1; // "in Nigeria's Benue State"
  return tokens[at]?.norm ?? "";
}

const isFiller = (match: Match, place: PlaceMention): boolean =>
  [...match.slots.fillers.entries()].some(
    ([slot, fillers]) =>
      (slot === "subj" || slot === "by") &&
      fillers.some((filler) => {
        const first = match.passage.tokens[filler.first];
        const last = match.passage.tokens[filler.end];
        return first !== undefined && last !== undefined && first.start <= place.start && place.end <= last.end;
      }),
  );

const inSource = (match: Match, place: PlaceMention): boolean =>
  match.passage.attributions.some(({ sources }) =>
    sources.some((source) => source.start <= place.start && place.end <= source.end),
  );

export const overlapsDate = (passage: Passage, place: PlaceMention): boolean =>
  passage.dates.some((date) => date.start < place.end && place.start < date.end);

/** In brackets that the trigger does not stand in: a remark on a name, not where it happened. */
export function inBrackets(passage: Passage, place: PlaceMention): boolean {
  const before = passage.tokens.filter((token) => token.end <= place.start);
  const opened = before.filter((token) => "([".includes(token.form)).length;
  return opened > before.filter((token) => ")]".includes(token.form)).length;
}

const UNITS: ReadonlySet<string> = new Set(
  "region province department district county municipality city town village state neighborhood neighbourhood area island valley canton suburb capital port airport".split(
    " ",
  ),
);

/** A reading below this score is a guess by prominence alone. */
const DOUBTFUL = 0.3;
const AROUND: ReadonlySet<string> = new Set(
  "downtown greater central northern southern eastern western old new upper lower".split(" "),
);

/** "Farabundo Marti National Liberation Front": one word of a longer name. */
function insideName(passage: Passage, place: PlaceMention, last: number): boolean {
  const first = passage.tokens.findIndex((token) => token.end > place.start);
  const isName = (at: number): boolean => {
    const token = passage.tokens[at];
    const placed =
      token !== undefined && passage.places.some((other) => other.start <= token.start && token.end <= other.end);
    return (
      token?.upos === "PROPN" && !placed && !UNITS.has(token.norm) && !AROUND.has(token.norm) && !passage.dated.has(at)
    );
  };
  return isName(first - 1) || isName(last + 1);
}

/** "a Karachi newspaper", "Paul Osh": the name belongs to something or somebody else. */
export function standsForItself(passage: Passage, place: PlaceMention): boolean {
  if (overlapsDate(passage, place)) return false;
  const last = passage.tokens.findLastIndex((token) => token.start < place.end);
  const next = passage.tokens[last + 1];
  if (place.score < DOUBTFUL || insideName(passage, place, last)) return false;
  if (next?.upos === "NOUN" && !UNITS.has(next.lemma) && passage.tokens[last]?.upos === "PROPN") return false;
  return !passage.nominals.some(({ mention }) => {
    if (mention === null || (mention.kind !== "individual" && mention.kind !== "organization")) return false;
    const name = mention.nameSpan;
    return (
      name !== null &&
      name.start <= place.start &&
      place.end <= name.end &&
      name.end - name.start > place.end - place.start
    );
  });
}

const OWN_NOUNS: ReadonlySet<string> = new Set(
  "outskirts center centre north south east west vicinity part parts streets town city port area district".split(" "),
);

/** "the embassies of the PRC", "the president of Peru": whose it is, not where it happened; "the town hall of Juliaca" is there. */
function belongsTo(match: Match, place: PlaceMention): boolean {
  const { tokens } = match.passage;
  let at = tokens.findIndex((token) => token.end > place.start) - 1;
  while (at >= 0 && tokens[at]?.upos === "DET") at -= 1;
  if (tokens[at]?.norm !== "of" || place.place === null) return false;
  const host = tokens[at - 1];
  if (host === undefined || at - 1 === match.last) return false;
  const coarse = place.place.precision === "country" || place.place.precision === "region";
  if (!coarse && isFacility(match.passage, host)) return false;
  return ![host.lemma, host.norm].some((word) => UNITS.has(word) || OWN_NOUNS.has(word));
}

const isFacility = (passage: Passage, head: Token): boolean =>
  passage.nominals.some(
    ({ mention, first, end }) =>
      mention?.kind === "facility" &&
      passage.tokens[first]!.start <= head.start &&
      head.end <= passage.tokens[end]!.end,
  );

const isAside = (match: Match, place: PlaceMention): boolean => {
  const trigger = match.passage.tokens[match.head]!;
  return (
    inBrackets(match.passage, place) && !inBrackets(match.passage, { ...place, start: trigger.start, end: trigger.end })
  );
};

/** Lower is better. */
function rank(match: Match, place: PlaceMention): number {
  const trigger = match.passage.tokens[match.head]!;
  const [from, to] = place.start < trigger.start ? [place.end, trigger.start] : [trigger.end, place.start];
  const clauses = match.passage.verbs.filter((verb) => {
    const head = match.passage.tokens[verb.head]!;
    return head.start >= from && head.end <= to && verb !== match.slots.verb;
  }).length;
  const word = introducedBy(match, place);
  const byTheWay = !PLACING.has(word) ? 1 : BY_THE_WAY.has(word) ? 0.5 : 0;
  const finest = place.place === null ? 9 : FINENESS[place.place.precision];
  return clauses * 10 + byTheWay * 4 + finest + Math.abs(place.start - trigger.start) / 200;
}

/** The places of a sentence that may be the trigger's, best first. */
export const rankPlaces = (match: Match, definite: boolean): readonly PlaceMention[] =>
  match.passage.places
    .filter(
      (place) => place.use === "literal" && place.place !== null && !isFiller(match, place) && !inSource(match, place),
    )
    .filter((place) => standsForItself(match.passage, place) && !isAside(match, place) && !belongsTo(match, place))
    .filter((place) => !definite || standsWith(match, place))
    .map((place) => ({ place, rank: rank(match, place) }))
    .sort((a, b) => a.rank - b.rank || a.place.start - b.place.start)
    .map(({ place }) => place);

/** The place that a sentence gives a trigger. */
export function tellPlace(match: Match, definite: boolean): EventPlace | null {
  const [best] = rankPlaces(match, definite);
  return best === undefined ? null : eventPlaceOf([best]);
}
