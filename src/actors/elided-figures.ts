import { type Draft, draft, norm, type Scene } from "./casualty-draft.ts";
import type { Phrase } from "./phrase.ts";

const FIGURE_VERB = /^(?:say|insist|speak|give|count|put|report|list|claim|record|cite|estimate|confirm)$/;

/** How far an elided figure may stand from the report it repeats, in sentences. */
export const ELISION_REACH = 2;

/** "Viola Warren, 62": a figure behind a name is an age. */
const isAgeOfName = ({ sentence }: Scene, phrase: Phrase): boolean =>
  sentence.tokens[phrase.first - 1]?.norm === "," &&
  /^(?:PROPN|NUM)$/.test(sentence.tokens[phrase.first - 2]?.upos ?? "");

/** "The government says six. The League insists on eleven." A bare figure after a verb of saying repeats the kind before it. */
export function elided(scene: Scene, previous: readonly Draft[]): Draft[] {
  const last = previous.at(-1);
  if (last === undefined || scene.sentence.index - last.sentence > ELISION_REACH) return [];
  const { tokens, verbGroups } = scene.sentence;
  return scene.phrases.flatMap((phrase) => {
    if (
      !phrase.bare ||
      previous.some((d) => d.span.start < tokens[phrase.last]!.end && tokens[phrase.first]!.start < d.span.end)
    )
      return [];
    const next = tokens[phrase.last + 1];
    if (next !== undefined && !/^(?:[.,;:)]|and)$/.test(next.norm) && next.upos !== "PUNCT") return [];
    const verb = verbGroups.filter((g) => g.last < phrase.first).at(-1);
    const said = verb !== undefined && FIGURE_VERB.test(tokens[verb.head]!.lemma) && phrase.first - verb.last <= 2;
    const sameSentence = last.sentence === scene.sentence.index;
    const gapped =
      sameSentence &&
      /^(?:,|of)$/.test(norm(scene, phrase.first - 1)) &&
      last.rule !== "including" &&
      !isAgeOfName(scene, phrase) &&
      (next === undefined || /^[.;]$/.test(next.norm));
    return said || gapped
      ? draft(scene, last.kind, said ? verb.head : last.governor, [phrase], said ? "elided" : "gapped")
      : [];
  });
}
