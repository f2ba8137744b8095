import type { Sentence, VerbGroup } from "../text/index.ts";

const AFTER_PASSIVE: ReadonlySet<string> = new Set(["by"]);

/** "Some 900 people protested against a levy": a lone past form that the tagger took for a participle. */
function isPast(sentence: Sentence, verb: VerbGroup): boolean {
  const { tokens, verbGroups } = sentence;
  if (verb.form !== "participle" || verb.voice !== "passive" || verb.first !== verb.last) return false;
  if (AFTER_PASSIVE.has(tokens[verb.last + 1]?.norm ?? "")) return false;
  const before = tokens[verb.first - 1];
  const after = tokens[verb.last + 1];
  if (before === undefined || before.upos === "ADP" || before.upos === "DET" || before.upos === "ADJ") return false;
  const others = verbGroups.filter((other) => other !== verb && other.form === "finite");
  if (others.length === 0) return true;
  const object = after !== undefined && (after.upos === "DET" || after.upos === "NUM" || after.upos === "PROPN" || after.upos === "PRON");
  return object && (before.upos === "NOUN" || before.upos === "PROPN" || before.upos === "CCONJ");
}

/** Verb groups with lone participles that can only be a past tense read as one. */
export const mendVerbs = (sentence: Sentence): readonly VerbGroup[] =>
  sentence.verbGroups.map((verb) =>
    isPast(sentence, verb) ? { ...verb, voice: "active", form: "finite", tense: "past" } : verb,
  );
