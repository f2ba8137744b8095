import { packageResources } from "../../src/desk/resources.ts";
import { THRESHOLDS } from "../../src/events/learned/cast-roles.ts";
import { eventFeatures } from "../../src/events/learned/event-features.ts";
import { fillRoles } from "../../src/events/learned/fill-roles.ts";
import { joinEvents, mayBeOne } from "../../src/events/learned/join-events.ts";
import { isWeighed } from "../../src/events/learned/keep-told.ts";
import { pairFeatures } from "../../src/events/learned/pair-features.ts";
import { parseWeights } from "../../src/events/learned/weights.ts";
import type { ToldEvent } from "../../src/events/merge-tellings.ts";
import { parseConfidenceWeights } from "../../src/events/score-confidence.ts";
import { settleDocument } from "../../src/events/settle-document.ts";
import type { Event } from "../../src/record/index.ts";
import { openWordClasses } from "../../src/text/index.ts";
import { seededRandom } from "../text/seeded-random.ts";
import { FeatureNumbers } from "./feature-numbers.ts";
import { type Instance, learnLogistic } from "./ftrl.ts";
import { judgeByFolds, learnRoles, quietenWeakMentions, type RoleLessons, readRoleLessons } from "./learn-roles.ts";
import type { Lesson } from "./told-documents.ts";
import { weightsTable } from "./weights-table.ts";

const CONFIDENCE = parseConfidenceWeights(packageResources.table("event-confidence.tsv"));
const FOLDS = 3;
const SETTINGS = { rounds: 10, rate: 0.1, l1: 1, l2: 1 };
const OLD = "age=63+";

/** What of the MUC-4 scorer the training asks: which events count, and which template each stands beside. */
export interface Scorer {
  alignDoc(events: readonly Event[], templates: readonly unknown[], match: "head"): { pairs: [number, number][] };
  countedEvents(document: { events: readonly Event[] }, options: object): Event[];
}

const cast = ({ found, document, placed }: Lesson, rows: RoleLessons["rows"][number]): readonly ToldEvent[] =>
  fillRoles(
    found.reading,
    document.told,
    placed.map((one, i) => ({ placed: one, chances: rows[i]!.chances })),
    THRESHOLDS,
  );

const settle = ({ found, document, textSha256 }: Lesson, told: readonly ToldEvent[]) =>
  settleDocument(found.reading, { ...document, told }, CONFIDENCE, textSha256).settled.filter(isWeighed);

/** The template, if any, that each event by itself would be set beside. */
function templatesOf(lesson: Lesson, told: readonly ToldEvent[], scorer: Scorer): ReadonlyMap<ToldEvent, number> {
  return new Map(
    settle(lesson, told).flatMap(({ told: one, event }) =>
      scorer.alignDoc([event], lesson.gold.templates, "head").pairs.map(([, template]) => [one, template] as const),
    ),
  );
}

/** Two events teach that they are one where both would be set beside the same template. */
function pairsOf(lesson: Lesson, told: readonly ToldEvent[], scorer: Scorer, numbers: FeatureNumbers): Instance[] {
  const templates = templatesOf(lesson, told, scorer);
  const known = told.filter((one) => templates.has(one));
  return known.flatMap((later, i) =>
    known
      .slice(0, i)
      .filter((earlier) => mayBeOne(earlier, later))
      .map((earlier) => {
        const same = templates.get(earlier) === templates.get(later);
        return { features: numbers.number(pairFeatures(earlier, later)), label: same ? 1 : 0, weight: 1 } as const;
      }),
  );
}

/** What teaches which events are worth telling: those the scorer counts, right where it sets them beside a template. */
function worthOf(lesson: Lesson, told: readonly ToldEvent[], scorer: Scorer, numbers: FeatureNumbers): Instance[] {
  const settled = settle(lesson, told);
  const others = settled.map(({ event }) => event);
  const counted = scorer.countedEvents({ events: others }, {});
  const { pairs } = scorer.alignDoc(counted, lesson.gold.templates, "head");
  const right = new Set(pairs.map(([at]) => counted[at]));
  const { published, reading } = lesson.found;
  return settled.flatMap(({ told: one, event }) => {
    const features = eventFeatures({ told: one, event, others, published, sentences: reading.sentences.length });
    // The key leaves out fights between armed sides and what is older than two months: that says nothing of the telling.
    if (!counted.includes(event) || event.incident === "clash" || features.includes(OLD)) return [];
    return [{ features: numbers.number(features), label: right.has(event) ? 1 : 0, weight: 1 } as const];
  });
}

function learnTable(label: string, numbers: FeatureNumbers, instances: readonly Instance[]): string {
  const weights = learnLogistic(instances, numbers.names.length, SETTINGS, seededRandom(3));
  return weightsTable(numbers.names, [{ label, weights }]);
}

/** The table of roles, and what each lesson tells with participants that models of the other folds gave. */
export function learnParticipants(lessons: readonly Lesson[]) {
  const roles = readRoleLessons(lessons, openWordClasses(packageResources.model("text-word-classes.bin")));
  judgeByFolds(roles, FOLDS);
  quietenWeakMentions(roles);
  judgeByFolds(roles, FOLDS);
  return {
    told: lessons.map((lesson, i) => cast(lesson, roles.rows[i]!)),
    table: weightsTable(roles.numbers.names, learnRoles(roles)),
  };
}

/** The tables of pairs and of worth, in this order: worth is judged of events already joined. */
export function learnJudgements(
  lessons: readonly Lesson[],
  told: readonly (readonly ToldEvent[])[],
  scorer: Scorer,
): { readonly pairs: string; readonly worth: string } {
  const pairNumbers = new FeatureNumbers();
  const together = lessons.flatMap((lesson, i) => pairsOf(lesson, told[i]!, scorer, pairNumbers));
  const pairs = learnTable("one", pairNumbers, together);
  const weights = parseWeights(pairs);
  const worthNumbers = new FeatureNumbers();
  const weighed = lessons.flatMap((lesson, i) => worthOf(lesson, joinEvents(told[i]!, weights), scorer, worthNumbers));
  return { pairs, worth: learnTable("worth", worthNumbers, weighed) };
}
