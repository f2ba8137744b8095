import { type Span, spanOf } from "../record/index.ts";
import type { Reading, Sentence } from "../text/index.ts";
import { type Candidate, candidateAt, readingsAsWritten, type Scene } from "./candidate.ts";
import { isCapital } from "./capitals.ts";
import { isProminent } from "./company.ts";
import { DIVISION_WORDS } from "./division-words.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { type Judgement, judge } from "./judge.ts";
import { surnamesIn } from "./person-names.ts";
import type { PlaceTables } from "./place-tables.ts";
import { relationBefore } from "./relation.ts";
import { statedKind } from "./stated-kind.ts";
import type { Toponym } from "./toponym.ts";

/** "Laurel", "county": a division's word in capitals belongs to its name, in small letters it does not. */
function withDivisionWord(scene: Scene, candidate: Candidate): number {
  const next = candidate.sentence.tokens[candidate.last + 1];
  const after = candidate.sentence.tokens[candidate.last + 2];
  if (next === undefined || !DIVISION_WORDS.has(next.norm) || !/^\p{Lu}/u.test(next.form)) return candidate.last;
  if (
    /^(?:state|district|department|republic)$/.test(next.norm) &&
    after !== undefined &&
    isCapital(scene.reading, after)
  )
    return candidate.last;
  return scene.reading.capitals ? candidate.last : candidate.last + 1;
}

function toponymOf(scene: Scene, candidate: Candidate, evidence: Toponym["evidence"]): Toponym {
  const { sentence, first, readings, normal } = candidate;
  const last = withDivisionWord(scene, candidate);
  const span: Span = spanOf(scene.reading.text, sentence.tokens[first]!.start, sentence.tokens[last]!.end);
  const stated = readings[0]!.kind === "demonym" ? null : statedKind(scene.reading, candidate);
  return {
    ...span,
    sentence,
    first,
    last,
    normal,
    readings,
    use: readings[0]!.kind === "demonym" ? "associative" : "literal",
    kind: stated?.kind ?? null,
    kindWord: stated?.word ?? null,
    relation: relationBefore(scene.reading.text, sentence, first),
    evidence,
  };
}

/** Candidates of one sentence from left to right; a name that is judged to be none still takes its words. */
function judgedIn(scene: Scene, sentence: Sentence): { candidate: Candidate; judgement: Judgement }[] {
  const out: { candidate: Candidate; judgement: Judgement }[] = [];
  for (let i = 0; i < sentence.tokens.length; i++) {
    const found = candidateAt(scene, sentence, i);
    if (found === null) continue;
    const candidate = { ...found, readings: readingsAsWritten(scene, found) };
    if (candidate.readings.length === 0) continue;
    out.push({ candidate, judgement: judge(scene, candidate) });
    i = candidate.last;
  }
  return out;
}

/**
 * Place names of a document: longest names of the gazetteer that are written as names and that nothing marks as
 * a person, an organisation or a plain word. A doubtful name is taken where the document uses it surely elsewhere.
 */
export function findToponyms(reading: Reading, gazetteer: Gazetteer, tables: PlaceTables): readonly Toponym[] {
  const scene: Scene = { reading, gazetteer, tables, surnames: surnamesIn(reading, tables) };
  const judged = reading.sentences.flatMap((sentence) => judgedIn(scene, sentence));
  const having = (wanted: Judgement) =>
    new Set(judged.filter(({ judgement }) => judgement === wanted).map(({ candidate }) => candidate.normal));
  const [sure, persons] = [having("strong"), having("person")];
  return judged.flatMap(({ candidate, judgement }) => {
    if (judgement === "strong") return [toponymOf(scene, candidate, judgement)];
    const doubtful =
      judgement === "unless-elsewhere" ||
      (judgement === "weak" && persons.has(candidate.normal) && !isProminent(candidate.readings));
    return judgement === "weak" || judgement === "unless-elsewhere"
      ? doubtful && !sure.has(candidate.normal)
        ? []
        : [toponymOf(scene, candidate, "weak")]
      : [];
  });
}
