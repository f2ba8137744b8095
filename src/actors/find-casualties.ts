import type { Span } from "../record/index.ts";
import { type Reading, spanOfTokens } from "../text/index.ts";
import type { Attribution } from "./attribution.ts";
import { before, deadInHeadline, noCasualties, ofNoun, theDeadWere, toll } from "./casualties-of-nouns.ts";
import { fromVerb, lives } from "./casualties-of-verbs.ts";
import type { Draft, Scene } from "./casualty-draft.ts";
import type { CasualtyReport } from "./casualty-report.ts";
import { subjectOf } from "./clause.ts";
import { ELISION_REACH, elided } from "./elided-figures.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { phrasesOf } from "./phrase.ts";

const byRules = (scene: Scene): Draft[] => [
  ...scene.sentence.verbGroups.flatMap((group) => [
    ...fromVerb(scene, group),
    ...lives(scene, group),
    ...theDeadWere(scene, group),
  ]),
  ...scene.sentence.tokens.flatMap((_, i) => [
    ...before(scene, i),
    ...noCasualties(scene, i),
    ...deadInHeadline(scene, i),
    ...ofNoun(scene, i),
    ...toll(scene, i),
  ]),
];

/** The same words for the same kind are one report: the rule that came first keeps it. */
const withoutRepeats = (found: readonly Draft[]): Draft[] =>
  found.filter(
    (d, i) =>
      !found
        .slice(0, i)
        .some(
          (e) =>
            e.kind === d.kind &&
            e.sentence === d.sentence &&
            e.span.start < d.span.end &&
            d.span.start < e.span.end &&
            e.partOfTotal === d.partOfTotal,
        ),
  );

function sourcesOf(
  attributions: readonly Attribution[],
  found: Draft,
  scene: Scene,
): Pick<CasualtyReport, "sources" | "denied"> {
  const own = attributions.filter((a) => a.content.start <= found.span.start && found.span.end <= a.content.end);
  const denied = own.some((a) => a.denied) && found.count.max !== 0;
  const nearest = [...own].sort(
    (a, b) => Math.abs(a.cue.start - found.span.start) - Math.abs(b.cue.start - found.span.start),
  )[0];
  if (nearest !== undefined) return { sources: [...nearest.sources].reverse(), denied };
  if (found.rule !== "elided") return { sources: [], denied };
  const group = scene.sentence.verbGroups.find((g) => g.head === found.governor);
  const source = group === undefined ? null : subjectOf(scene.sentence, scene.phrases, group);
  const sources: Span[] =
    source === null ? [] : [spanOfTokens(scene.reading, scene.sentence, source.first, source.last)];
  return { sources, denied };
}

/** Drafts near enough for an elided figure to repeat. */
function latest(all: readonly Draft[], sentence: number): readonly Draft[] {
  let first = all.length;
  while (first > 0 && sentence - all[first - 1]!.sentence <= ELISION_REACH) first--;
  return all.slice(first);
}

function bySentence(attributions: readonly Attribution[]): ReadonlyMap<number, readonly Attribution[]> {
  const map = new Map<number, Attribution[]>();
  for (const one of attributions) {
    const list = map.get(one.sentence);
    if (list === undefined) map.set(one.sentence, [one]);
    else list.push(one);
  }
  return map;
}

/** Every statement of casualties in a reading, in order of the text. */
export function findCasualties(
  reading: Reading,
  attributions: readonly Attribution[],
  lexicon: ActorLexicon,
): readonly CasualtyReport[] {
  const all: Draft[] = [];
  const told = bySentence(attributions);
  const reports: CasualtyReport[] = [];
  for (const sentence of reading.sentences) {
    if (sentence.kind === "dateline") continue;
    const scene: Scene = { reading, sentence, phrases: phrasesOf(sentence, lexicon), lexicon };
    const found = withoutRepeats(byRules(scene)).sort((a, b) => a.span.start - b.span.start);
    const drafts = [...found, ...elided(scene, [...latest(all, sentence.index), ...found])].sort(
      (a, b) => a.span.start - b.span.start,
    );
    all.push(...drafts);
    reports.push(...drafts.map((d) => ({ ...d, ...sourcesOf(told.get(sentence.index) ?? [], d, scene) })));
  }
  return reports;
}
