import type { ParticipantKind } from "../record/index.ts";
import type { Slots } from "./find-slots.ts";
import type { Nominal, Passage } from "./passage.ts";
import type { Guard, Trigger } from "./trigger.ts";

/** A trigger as it stands in a sentence; token indexes, `last` inclusive, `head` the word that carries it. */
export interface Match {
  readonly trigger: Trigger;
  readonly passage: Passage;
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly slots: Slots;
}

const KIND_GROUPS: Readonly<Record<ParticipantKind, string>> = {
  individual: "person",
  group: "person",
  organization: "org",
  state: "org",
  facility: "facility",
  vehicle: "vehicle",
  other: "other",
};

const fillersOf = (match: Match, slot: string): readonly Nominal[] => match.slots.fillers.get(slot) ?? [];

const wordsIn = (match: Match, nominal: Nominal): string[] =>
  match.passage.tokens.slice(nominal.first, nominal.end + 1).flatMap((token) => [token.lemma, token.norm]);

/** Kinds of the fillers; a place name counts as "place"; nobody as "none". */
function kindsOf(match: Match, slot: string): string[] {
  const fillers = fillersOf(match, slot);
  if (fillers.length === 0) return ["none"];
  return fillers.map((filler) => {
    if (filler.mention !== null) return KIND_GROUPS[filler.mention.kind];
    const head = match.passage.tokens[filler.head];
    if (head?.upos === "PRON" || head?.upos === "NUM") return "person";
    const placed = match.passage.places.some(
      (place) => head !== undefined && place.start <= head.start && head.end <= place.end,
    );
    return placed ? "place" : "thing";
  });
}

const someWord = (guard: Guard, words: readonly string[]): boolean => words.some((word) => guard.words.has(word));

function hasAfterVerb(match: Match): boolean {
  const next = match.passage.tokens[match.last + 1];
  return next?.norm === "for" || next?.norm === "to";
}

/** Does the guard's condition hold for the match? */
export function holds(guard: Guard, match: Match): boolean {
  const { passage, slots } = match;
  const host = slots.host === null ? undefined : passage.tokens[slots.host.verb.head];
  const hosted = host !== undefined && someWord(guard, [host.lemma, host.norm]);
  switch (guard.name) {
    case "objword":
      return fillersOf(match, "obj").some((filler) => someWord(guard, wordsIn(match, filler)));
    case "subjword":
      return fillersOf(match, "subj").some((filler) => someWord(guard, wordsIn(match, filler)));
    case "objkind":
      return someWord(guard, kindsOf(match, "obj"));
    case "subjkind":
      return someWord(guard, kindsOf(match, "subj"));
    case "npword":
      return someWord(guard, nearWords(match));
    case "npkind":
      return someWord(guard, kindsOf(match, "of"));
    case "mod":
      return someWord(
        guard,
        passage.tokens.slice(Math.max(0, match.first - 3), match.last).flatMap((t) => [t.lemma, t.norm]),
      );
    case "prev":
      return [passage.tokens[match.first - 1], passage.tokens[match.first - 2]].some(
        (token) => token !== undefined && (guard.words.has(token.lemma) || guard.words.has(token.norm)),
      );
    case "next": {
      const next = passage.tokens[match.last + 1];
      return next !== undefined && (guard.words.has(next.lemma) || guard.words.has(next.norm));
    }
    case "sent":
      return passage.tokens.some((token) => guard.words.has(token.lemma) || guard.words.has(token.norm));
    case "subjof":
      return slots.host?.as === "subj" && hosted;
    case "light":
      return hosted;
    case "passive":
      return slots.verb?.voice === "passive";
    case "nextto":
      return hasAfterVerb(match);
    case "carries":
      return true; // settled when the threat meets what it carries: absorb-threats.ts
  }
}

/** Words of the trigger's own phrase and of its of-phrase. */
function nearWords(match: Match): string[] {
  const { passage } = match;
  const own = passage.nominals.find((one) => one.first <= match.head && match.head <= one.last);
  return [...(own === undefined ? [] : [own]), ...fillersOf(match, "of")].flatMap((nominal) => wordsIn(match, nominal));
}

export const passesGuards = (match: Match): boolean =>
  match.trigger.needs.every((guard) => holds(guard, match)) &&
  !match.trigger.forbids.some((guard) => holds(guard, match));
