import { dayNumber } from "../record/index.ts";
import type { Match } from "./guards.ts";
import { inflect } from "./inflect.ts";
import type { Commitment } from "./judge-factuality.ts";
import type { Part } from "./telling.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const inflected = (list: string): ReadonlySet<string> => new Set(list.split(" ").flatMap(inflect));
const CLASSES = words("such any every each all many most");
const HABITS = words("always usually often routinely generally typically never sometimes");
const COUNTING = words("log record list register count document tally data figure statistics total average");
const HAPPENING = inflected(
  "break erupt occur happen take begin start follow rage go continue leave kill wound injure hit reach end last cause launch impose declare use hold stage carry make fire",
);
/** Types whose plans are no news unless somebody announces them. */
const SOFT = words("RETREAT CONCEDE COOPERATE AID SUPPORT CONSULT AGREE");
const SMALL_NUMBERS = words("two three four five 2 3 4 5");
/** Verbs whose past looks like their present: the tense cannot be seen. */
const UNCHANGED = words("beat hit cut set put shut let hurt burst cast");
const VIOLENT = words("ASSAULT COERCE PROTEST SANCTION MOBILIZE");

export interface Candidate {
  readonly match: Match;
  readonly commitment: Commitment;
  readonly parts: readonly Part[];
}

const phraseOf = (match: Match) =>
  match.passage.nominals.find((one) => one.first <= match.first && match.first <= one.last);

/** "attack helicopter", "strike leader": the word only says what kind of thing the phrase is about. */
function isModifier({ match }: Candidate): boolean {
  if (match.trigger.pos !== "noun") return false;
  const own = phraseOf(match);
  return own !== undefined && own.head > match.last;
}

function isPlural({ match }: Candidate): boolean {
  const token = match.passage.tokens[match.head];
  return match.trigger.pos === "noun" && (token?.xpos === "NNS" || token?.xpos === "NNPS");
}

function opening({ match }: Candidate): string {
  const own = phraseOf(match);
  return match.passage.tokens[own?.first ?? match.first]?.norm ?? "";
}

/** "such attacks", "strikes fail", "attacks on traders": a class of events, not one. */
function isClass(candidate: Candidate): boolean {
  const { match, parts } = candidate;
  if (CLASSES.has(opening(candidate))) return match.trigger.pos === "noun";
  if (match.passage.tokens.some((token) => HABITS.has(token.norm)) && match.trigger.pos === "noun") return true;
  if (!isPlural(candidate)) return false;
  const own = phraseOf(match);
  const number = match.passage.tokens
    .slice(own?.first ?? match.first, match.first)
    .find((token) => token.upos === "NUM");
  if (number !== undefined) return !SMALL_NUMBERS.has(number.norm) || countsThem(match);
  const host = match.slots.host;
  const past = host !== null && host.verb.tense === "past" && match.trigger.type !== "ASSAULT";
  return parts.length === 0 || (!isDated(match) && !past);
}

/** A day or a month, not a year or a span of years. */
const isDated = ({ passage }: Match): boolean =>
  passage.dates.some((date) => date.from !== null && !["year", "decade", "century"].includes(date.precision));

const STATES = words("fight fighting battle war warfare");

/** "Fighting goes on", "we are fighting": a state of affairs where neither a time nor a place holds it to one event. */
function isStateOfAffairs({ match, parts }: Candidate): boolean {
  const head = match.passage.tokens[match.head];
  if (head === undefined || !(STATES.has(head.lemma) || STATES.has(head.norm))) return false;
  const { verb } = match.slots;
  const told =
    verb === null
      ? match.passage.tokens[match.first - 1]?.upos === "DET"
      : verb.form === "finite" && verb.tense === "past";
  if (told && parts.some((part) => part.role === "perpetrator")) return false;
  return !isDated(match) && !match.passage.places.some((place) => place.use === "literal");
}

const SHARES = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|hundred|100)$/;

/** "seven in ten of the men arrested": a share of many, not an arrest. */
const isStatistic = ({ match }: Candidate): boolean => {
  const { tokens } = match.passage;
  const share = tokens.some(
    (token, i) =>
      /^(?:%|percent|cent)$/.test(token.norm) ||
      (SHARES.test(token.norm) &&
        /^(?:in|out)$/.test(tokens[i + 1]?.norm ?? "") &&
        tokens.slice(i + 2, i + 4).some((next) => SHARES.test(next.norm))),
  );
  return (share || isPartition(match)) && VIOLENT.has(match.trigger.type) && match.trigger.kind === "act";
};

/** "of 41 closures since 2019, 33 were followed by an attack". */
const isPartition = ({ passage: { tokens } }: Match): boolean =>
  /^(?:of|out)$/.test(tokens[0]?.norm ?? "") || tokens.some((token) => token.form === ":")
    ? tokens.some(
        (token, i) =>
          token.norm === "of" &&
          tokens[i + 1]?.upos === "NUM" &&
          tokens.slice(i + 2, i + 12).some((next, k, after) => next.upos === "NUM" && after[k + 1]?.upos === "AUX"),
      )
    : false;

const countsThem = (match: Match): boolean => match.passage.tokens.some((token) => COUNTING.has(token.lemma));

/** "goons shoot at traders": present tense tells a habit, outside headlines. */
function isHabit({ match }: Candidate): boolean {
  const verb = match.slots.verb;
  if (verb === null || match.passage.sentence.kind === "heading" || !VIOLENT.has(match.trigger.type)) return false;
  if (verb.form !== "finite" || verb.tense !== "present" || verb.modal !== null) return false;
  const head = match.passage.tokens[verb.head];
  if (verb.voice !== "active" || head === undefined || UNCHANGED.has(head.lemma)) return false;
  return head.xpos === "VBZ" || (head.xpos === "VBP" && head.norm === head.lemma);
}

/** A bare noun with nobody in it and nothing that makes it happen: "violence", "labour protest". */
function isBare(candidate: Candidate): boolean {
  const { match, parts } = candidate;
  if (match.trigger.pos !== "noun" || parts.length > 0 || match.passage.dates.length > 0) return false;
  const own = phraseOf(match);
  const first = match.passage.tokens[own?.first ?? match.first];
  if (first !== undefined && (first.upos === "DET" || first.upos === "PRON" || first.upos === "NUM")) return false;
  const host = match.slots.host;
  const verb = host === null ? undefined : match.passage.tokens[host.verb.head];
  return verb === undefined || !(HAPPENING.has(verb.lemma) || HAPPENING.has(verb.norm));
}

/** "The attack was condemned": an act of speech by nobody to nobody. */
const isUnspoken = ({ match, parts, commitment }: Candidate): boolean =>
  match.trigger.incident === "statement" && parts.length === 0 && commitment.attributedTo.length === 0;

/** What is meant or feared is kept only where somebody is to do it. */
function isIdle({ match, commitment, parts }: Candidate): boolean {
  if (commitment.unreal === null) return false;
  if (commitment.unreal === "purpose" || commitment.unreal === "duty") return true;
  if (match.trigger.kind === "harm" || SOFT.has(match.trigger.type)) {
    return commitment.unreal === "condition" || commitment.attributedTo.length === 0;
  }
  return parts.length === 0 && match.passage.dates.length === 0;
}

/** "slow-burning fuses", "drug-fighting": part of a word. */
function isWordPart({ match }: Candidate): boolean {
  const before = match.passage.tokens[match.first - 1];
  const dash = before?.form === "-" && match.passage.tokens[match.first]?.start === before.end;
  return dash && match.trigger.pos === "verb";
}

const MANY_DEAD = 1000;
const LONG_DAYS = 370;

/** A toll of years, a rising number, thousands of dead: a sum over many events. */
function isAggregate(candidate: Candidate): boolean {
  const { match, parts } = candidate;
  const { tokens, dates } = match.passage;
  if (match.trigger.type !== "ASSAULT" && match.trigger.type !== "COERCE") return false;
  const before = tokens.slice(Math.max(0, match.first - 6), match.first).map((token) => token.norm);
  const numbered = before.some((word, i) => (word === "number" || word === "total") && before[i + 1] === "of");
  if (numbered && match.slots.verb?.form !== "finite") return true;
  const harmed = parts.some((part) => part.role === "victim" && (part.participant.count?.min ?? 0) >= MANY_DEAD);
  const long = dates.some(
    (date) =>
      date.from !== null &&
      date.to !== null &&
      date.precision !== "year" &&
      dayNumber(date.to) - dayNumber(date.from) > LONG_DAYS,
  );
  return harmed || (long && match.trigger.kind !== "echo") || (numbered && countsThem(match));
}

const FACELESS = words(
  "person people civilian man woman child citizen other many victim inhabitant everyone anyone enemy comrade",
);

/** "killing many people": a harm with nobody in particular, nowhere and never. */
function isFaceless({ match, parts }: Candidate): boolean {
  if (match.trigger.kind !== "harm" || match.passage.dates.length > 0 || match.passage.places.length > 0) return false;
  const victims = parts.filter((part) => part.role === "victim");
  return (
    victims.length > 0 &&
    victims.every((part) => FACELESS.has(part.headLemma) && (part.participant.count?.max ?? null) === null)
  );
}

const RULES: readonly { readonly name: string; readonly drops: (candidate: Candidate) => boolean }[] = [
  { name: "modifier", drops: isModifier },
  { name: "class", drops: isClass },
  { name: "habit", drops: isHabit },
  { name: "bare", drops: isBare },
  { name: "idle", drops: isIdle },
  { name: "unspoken", drops: isUnspoken },
  { name: "word-part", drops: isWordPart },
  { name: "aggregate", drops: isAggregate },
  { name: "faceless", drops: isFaceless },
  { name: "statistic", drops: isStatistic },
  { name: "state-of-affairs", drops: isStateOfAffairs },
];

/** Name of the rule by which a trigger tells no event, or null. */
export const nonEvent = (candidate: Candidate): string | null =>
  RULES.find((rule) => rule.drops(candidate))?.name ?? null;
