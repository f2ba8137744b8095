import type { Sentence, Token, VerbGroup } from "../text/index.ts";

const AFTER_PASSIVE: ReadonlySet<string> = new Set(["by"]);

const CLAUSE_WORDS: ReadonlySet<string> = new Set(
  "after before until while as when because since although though".split(" "),
);
const SUBJECTS: ReadonlySet<string> = new Set("he she it they we i who".split(" "));

const parts = (token: Token): boolean =>
  token.form === ";" ||
  token.form === ":" ||
  token.upos === "CCONJ" ||
  token.upos === "SCONJ" ||
  CLAUSE_WORDS.has(token.norm);

/** No finite verb before it in its clause, and none after it that it could be a mere attribute of. */
function standsAlone({ tokens, verbGroups }: Sentence, verb: VerbGroup): boolean {
  const finite = verbGroups.filter((other) => other !== verb && other.form === "finite");
  const before = finite.findLast((other) => other.last < verb.first);
  const after = finite.find((other) => other.first > verb.last);
  const clear = (from: number, to: number): boolean => tokens.slice(from, to).some(parts);
  return (
    (before === undefined ||
      tokens.slice(before.last + 1, verb.first).some((token) => token.form === ";" || token.upos === "SCONJ")) &&
    (after === undefined || clear(verb.last + 1, after.first))
  );
}

/** "Some 900 people protested against a levy": a lone past form that the tagger took for a participle. */
function isPast(sentence: Sentence, verb: VerbGroup): boolean {
  const { tokens } = sentence;
  if (verb.form !== "participle" || verb.voice !== "passive" || verb.first !== verb.last) return false;
  if (AFTER_PASSIVE.has(tokens[verb.last + 1]?.norm ?? "")) return false;
  const before = tokens[verb.first - 1];
  const after = tokens[verb.last + 1];
  if (before === undefined || before.upos === "ADP" || before.upos === "DET" || before.upos === "ADJ") return false;
  if (SUBJECTS.has(before.norm) || standsAlone(sentence, verb)) return true;
  const object =
    after !== undefined &&
    (after.upos === "DET" || after.upos === "NUM" || after.upos === "PROPN" || after.upos === "PRON");
  return object && (before.upos === "NOUN" || before.upos === "PROPN" || before.upos === "CCONJ");
}

/** "The king put his troops on alert": a bare form with neither "to" nor a helper before it is a finite verb. */
function isBareFinite({ tokens }: Sentence, verb: VerbGroup): boolean {
  if (verb.form !== "infinitive" || verb.modal !== null || verb.first !== verb.last) return false;
  const before = tokens[verb.first - 1];
  return before !== undefined && (before.upos === "NOUN" || before.upos === "PROPN" || before.upos === "PRON");
}

/** Verb groups with lone participles that can only be a past tense read as one. */
export const mendVerbs = (sentence: Sentence): readonly VerbGroup[] =>
  sentence.verbGroups.map((verb) =>
    isPast(sentence, verb) || isBareFinite(sentence, verb)
      ? { ...verb, voice: "active", form: "finite", tense: "past" }
      : verb,
  );
