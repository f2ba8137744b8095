import type { Match } from "./guards.ts";

const RELATIVES: ReadonlySet<string> = new Set(["who", "which", "whose", "whom"]);

/** Did it happen whatever became of the demand: "the men who killed …", "the attack", a clause of its own? */
function standsAlone(match: Match, speech: Match): boolean {
  const { tokens } = match.passage;
  const between = tokens.slice(speech.last + 1, match.first);
  if (between.some((token) => RELATIVES.has(token.norm) || token.form === ";" || token.norm === "after")) return true;
  const verb = match.slots.verb;
  const own = between.findLast((token) => token.upos === "CCONJ" || token.upos === "PUNCT");
  if (verb !== null && verb.form === "finite" && verb.tense === "past" && verb.modal === null) {
    return own !== undefined || !between.some((token) => token.norm === "that");
  }
  return false;
}

const CHARGES: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "PROTEST"]);

/** "accused of stabbing a caretaker": the deed is told, as alleged. */
const isCharge = ({ trigger, slots, passage }: Match, speech: Match): boolean =>
  speech.trigger.type === "ACCUSE" &&
  CHARGES.has(trigger.type) &&
  slots.verb?.form === "gerund" &&
  passage.tokens[slots.verb.first - 1]?.norm === "of";

/**
 * Is the trigger part of what is asked, promised or refused? What stands in the complement of such a speech act has not
 * happened by being spoken of.
 */
export function hiddenBy(match: Match, matches: readonly Match[]): boolean {
  const kinds: readonly string[] = ["hide"];
  const speech = matches.findLast((other) => kinds.includes(other.trigger.kind) && other.last < match.first);
  if (speech === undefined || speech === match || isCharge(match, speech)) return false;
  return !standsAlone(match, speech);
}
