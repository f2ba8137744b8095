import type { Attribution } from "../actors/index.ts";
import type { Factuality, Span, Stage } from "../record/index.ts";
import type { Reading, VerbGroup } from "../text/index.ts";
import type { Match } from "./guards.ts";
import { spanBetween } from "./passage.ts";

/** How far a telling commits itself. */
export interface Commitment {
  readonly factuality: Factuality;
  readonly attributedTo: readonly Span[];
  readonly stage: Stage | null;
  readonly negated: boolean;
  /** Why it is hypothetical: a purpose or habit is no event at all, a plan or a fear is one that has not happened. */
  readonly unreal: "purpose" | "plan" | "condition" | "duty" | null;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const TRYING = words("try attempt seek fail endeavour struggle");
const DOING = words(
  "manage begin start continue come proceed go help use dare live appear seem happen believe report say know allege claim",
);
const PLANNING = words("plan plot intend want prepare hope vow threaten swear mean decide conspire");
const PREVENTING = words("prevent avoid avert stop foil thwart stave");
const UNREAL_NOUNS = words("fear threat risk possibility danger likelihood prospect prevention plan");
const NO = words("no neither nor without");
const FUTURE = words("will shall 'll wo");
const POSSIBLE = words("may might could can would");
const DUTY = words("should must ought");
const FIRST_PERSON = words("we i");

const covering = (match: Match): readonly Attribution[] => {
  const { start, end } = match.passage.tokens[match.head]!;
  return match.passage.attributions.filter(
    ({ content, cue }) => content.start <= start && end <= content.end && !(cue.start < end && start < cue.end),
  );
};

const lemmaAt = (match: Match, at: number): string => match.passage.tokens[at]?.lemma ?? "";

/** The verb or noun that governs an infinitive or gerund: the verb group before it, or the noun right before "to". */
function governor(match: Match, verb: VerbGroup): string {
  const before = match.passage.tokens[verb.first - 1];
  if (before?.upos === "NOUN") return before.lemma;
  const previous = match.passage.verbs.findLast((other) => other.last < verb.first);
  return previous === undefined ? "" : lemmaAt(match, previous.head);
}

/** "to regroup and begin attacking": as real as the verb it hangs on, where nothing stands between. */
function ofGovernor(match: Match, verb: VerbGroup, depth: number): Pick<Commitment, "stage" | "unreal"> {
  const previous = match.passage.verbs.findLast((other) => other.last < verb.first);
  const open = match.passage.tokens
    .slice((previous?.last ?? 0) + 1, verb.first)
    .some((token) => token.upos === "PUNCT");
  if (previous === undefined || open || depth > 3) return { stage: null, unreal: null };
  return ofVerb(match, previous, depth + 1);
}

function ofInfinitive(match: Match, verb: VerbGroup, depth: number): Pick<Commitment, "stage" | "unreal"> {
  const lemma = governor(match, verb);
  if (TRYING.has(lemma) || lemma === "attempt") return { stage: "attempted", unreal: null };
  if (PLANNING.has(lemma)) return { stage: "planned", unreal: "plan" };
  if (DOING.has(lemma)) return ofGovernor(match, verb, depth);
  return { stage: null, unreal: "purpose" };
}

const isJoined = (match: Match, verb: VerbGroup): boolean => match.passage.tokens[verb.first - 1]?.upos === "CCONJ";

function ofVerb(match: Match, verb: VerbGroup, depth = 0): Pick<Commitment, "stage" | "unreal"> {
  if (verb.form === "infinitive" && match.passage.tokens[verb.first]?.norm === "to")
    return ofInfinitive(match, verb, depth);
  const bare = verb.form === "infinitive" && verb.modal === null;
  if (bare && isJoined(match, verb)) return ofGovernor(match, verb, depth); // "must drop the tax and disarm the gangs"
  if (verb.modal !== null) {
    const modal = verb.modal.toLowerCase();
    if (POSSIBLE.has(modal) && isForestalled(match, verb)) return { stage: null, unreal: "purpose" };
    if (FUTURE.has(modal)) return { stage: "planned", unreal: "plan" };
    if (DUTY.has(modal)) return { stage: null, unreal: "duty" };
    if (POSSIBLE.has(modal)) return { stage: "planned", unreal: modal === "would" ? "plan" : "condition" };
  }
  if (verb.tense === "future") return { stage: "planned", unreal: "plan" };
  if (verb.form === "gerund" && PREVENTING.has(governor(match, verb))) return { stage: "foiled", unreal: "purpose" };
  return verb.form === "gerund" ? ofGovernor(match, verb, depth) : { stage: null, unreal: null };
}

function ofNoun(match: Match): Pick<Commitment, "stage" | "unreal"> {
  const { host } = match.slots;
  const before = match.passage.tokens[match.first - 1];
  const beforeThat = match.passage.tokens[match.first - 2];
  if (before?.norm === "of" && beforeThat !== undefined && UNREAL_NOUNS.has(beforeThat.lemma)) {
    return { stage: null, unreal: "purpose" };
  }
  if (match.passage.tokens[match.last + 1]?.norm === "planned") return { stage: "planned", unreal: "plan" };
  if (host === null) return { stage: null, unreal: null };
  if (host.as === "obj" && PREVENTING.has(lemmaAt(match, host.verb.head))) return { stage: "foiled", unreal: null };
  if (host.as === "obj" && PLANNING.has(lemmaAt(match, host.verb.head))) return { stage: "planned", unreal: "plan" };
  return host.as === "obj" && host.verb.form !== "gerund" ? ofVerb(match, host.verb) : { stage: null, unreal: null };
}

/** "He fled before officers could seize him". */
const isForestalled = ({ passage }: Match, verb: VerbGroup): boolean =>
  passage.tokens.slice(Math.max(0, verb.first - 6), verb.first).some((token) => token.norm === "before");

/** "If …" in front of the clause. */
const underIf = (match: Match): boolean => {
  const { tokens, verbs } = match.passage;
  const verb = verbs.findLast((group) => group.first <= match.head);
  const from =
    verb === undefined ? 0 : Math.max(0, (verbs.findLast((group) => group.last < verb.first)?.last ?? -1) + 1);
  return tokens.slice(from, match.head).some((token) => token.norm === "if" || token.norm === "unless");
};

/** "no bus was ambushed", "none of them was hurt". */
const nobodyIn = (match: Match, slot: string): boolean =>
  (match.slots.fillers.get(slot) ?? []).some((filler) =>
    /^(?:no|none|nobody|no-one)$/.test(match.passage.tokens[filler.first]?.norm ?? ""),
  );

function isNegated(match: Match): boolean {
  const { passage, slots } = match;
  const verb = slots.verb ?? slots.host?.verb ?? null;
  if (verb?.negated === true) return true;
  if (match.trigger.pos === "verb" && (nobodyIn(match, "subj") || nobodyIn(match, "obj"))) return true;
  const own = passage.nominals.find((one) => one.first <= match.head && match.head <= one.last);
  const opening = passage.tokens[own?.first ?? match.first];
  return opening !== undefined && NO.has(opening.norm);
}

const TOLD_NOUNS = words("story report rumour rumor claim message allegation news tale word posting post");
const UNTRUE = words("false untrue wrong invented fabricated baseless unfounded hoax fake fiction lie incorrect");

/** "The story that a bus was ambushed was invented": the sentence goes on to take it back. */
function isTakenBack(match: Match): boolean {
  const { tokens } = match.passage;
  const that = tokens.findLastIndex((token, i) => i < match.first && token.norm === "that");
  if (that < 1 || !TOLD_NOUNS.has(tokens[that - 1]!.lemma)) return false;
  return tokens.some((token, i) => i > match.last && UNTRUE.has(token.norm) && hasCopula(tokens, i));
}

const hasCopula = (tokens: Match["passage"]["tokens"], at: number): boolean =>
  tokens.slice(Math.max(0, at - 4), at).some((token) => token.lemma === "be");

const ACCUSING = words("accuse suspect");

/** "She is accused of stabbing a caretaker". */
function isCharged(match: Match): boolean {
  const verb = match.slots.verb;
  if (verb === null || verb.form !== "gerund" || match.passage.tokens[verb.first - 1]?.norm !== "of") return false;
  const before = match.passage.verbs.findLast((group) => group.last < verb.first);
  return before !== undefined && ACCUSING.has(lemmaAt(match, before.head));
}

const REPORTING = words("mention describe report record list note recount relate tell document cite");

/** "A police note mentions an attack": who reports what the noun names. */
function mentionedBy(reading: Reading, match: Match): readonly Span[] {
  const { host } = match.slots;
  const subject = host?.subject[0];
  if (host?.as !== "obj" || subject === undefined || !REPORTING.has(lemmaAt(match, host.verb.head))) return [];
  return [spanBetween(reading, match.passage, subject.first, subject.end)];
}

const firstPerson = (span: Span): boolean => FIRST_PERSON.has(span.text.toLowerCase());

/** "will accept": the promise is the act, and it has been made. */
const REAL: Pick<Commitment, "stage" | "unreal"> = { stage: null, unreal: null };

/** Factuality of the happening in this telling, and on whose word it rests. */
export function judgeFactuality(reading: Reading, match: Match): Commitment {
  const attributions = covering(match);
  const attributedTo = [...attributions.flatMap((one) => one.sources), ...mentionedBy(reading, match)].filter(
    (source) => !firstPerson(source),
  );
  const verb = match.slots.verb;
  const promised =
    verb !== null &&
    match.trigger.incident === "statement" &&
    verb.modal !== null &&
    match.first >= verb.first &&
    match.first < verb.head;
  const { stage, unreal } = promised ? REAL : verb === null ? ofNoun(match) : ofVerb(match, verb);
  const negated = !promised && isNegated(match);
  const commitment = (factuality: Factuality, why = unreal): Commitment => ({
    factuality,
    attributedTo,
    stage,
    negated,
    unreal: why,
  });
  if (unreal !== null) return commitment("hypothetical");
  if (underIf(match)) return commitment("hypothetical", "condition");
  const speech = match.trigger.incident === "statement"; // a refusal is no denial of itself
  if (negated || isTakenBack(match) || (!speech && attributions.some((one) => one.denied))) return commitment("denied");
  if (attributions.some((one) => one.verbClass === "fear" || one.verbClass === "expect"))
    return commitment("hypothetical", "condition");
  if (attributions.some((one) => one.verbClass === "order" || one.verbClass === "urge"))
    return commitment("hypothetical", "duty");
  if (attributions.some((one) => one.hidden || one.hedged || one.verbClass === "accuse" || one.verbClass === "claim")) {
    return commitment("alleged");
  }
  if (isCharged(match)) return commitment("alleged");
  return commitment(attributedTo.length > 0 ? "attributed" : "asserted");
}
