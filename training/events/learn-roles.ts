import { entityKey } from "../../src/events/learned/place-candidates.ts";
import { roleFeatures } from "../../src/events/learned/role-features.ts";
import { ROLE_LABELS } from "../../src/events/learned/role-label.ts";
import { logistic } from "../../src/events/learned/weights.ts";
import type { WordClasses } from "../../src/text/index.ts";
import { seededRandom } from "../text/seeded-random.ts";
import { FeatureNumbers } from "./feature-numbers.ts";
import { learnLogistic } from "./ftrl.ts";
import { goldRoles, type Verdict } from "./gold-roles.ts";
import type { Lesson } from "./told-documents.ts";

const SETTINGS = { rounds: 4, rate: 0.1, l1: 1, l2: 1 };
const LEAST_SEEN = 3;

/** One phrase of a lesson; `chances` are those of models that have not seen its document. */
interface Row {
  readonly features: Int32Array;
  readonly verdicts: readonly Verdict[];
  readonly key: string;
  readonly chances: Float64Array;
  /** Labels for which another mention of the same participant says it better: this one does not teach. */
  readonly quiet: boolean[];
}

export interface RoleLessons {
  readonly numbers: FeatureNumbers;
  readonly rows: readonly (readonly Row[])[];
}

export function readRoleLessons(lessons: readonly Lesson[], classes: WordClasses): RoleLessons {
  const numbers = new FeatureNumbers();
  const all = lessons.map(({ found, placed, gold }) =>
    placed.map(
      (one): Row => ({
        features: numbers.number(roleFeatures(one, classes)),
        verdicts: goldRoles(found.reading.text, one.candidate, gold),
        key: entityKey(one.candidate),
        chances: new Float64Array(ROLE_LABELS.length),
        quiet: [],
      }),
    ),
  );
  const rows = all.map((group) =>
    group.map((row) => ({ ...row, features: numbers.frequent(row.features, LEAST_SEEN) })),
  );
  return { numbers, rows };
}

function learnLabel({ numbers, rows }: RoleLessons, label: number, leftOut: (lesson: number) => boolean): Float64Array {
  const instances = rows.flatMap((group, lesson) =>
    leftOut(lesson)
      ? []
      : group
          .filter((row) => row.verdicts[label] !== "open" && row.quiet[label] !== true)
          .map((row) => ({ features: row.features, label: row.verdicts[label] === "yes" ? 1 : 0, weight: 1 }) as const),
  );
  return learnLogistic(instances, numbers.names.length, SETTINGS, seededRandom(7));
}

/** Chances of every phrase from models of the other folds. */
export function judgeByFolds(lessons: RoleLessons, folds: number): void {
  for (let fold = 0; fold < folds; fold += 1) {
    ROLE_LABELS.forEach((_, label) => {
      const weights = learnLabel(lessons, label, (lesson) => lesson % folds === fold);
      for (const row of lessons.rows.filter((_, lesson) => lesson % folds === fold).flat()) {
        row.chances[label] = logistic(row.features.reduce((sum, feature) => sum + weights[feature]!, 0));
      }
    });
  }
}

/** Of the mentions of one filler only those that look most like one go on teaching: the key does not say which it means. */
export function quietenWeakMentions({ rows }: RoleLessons): void {
  for (const group of rows) {
    ROLE_LABELS.forEach((_, label) => {
      const best = new Map<string, number>();
      const taught = group.filter((row) => row.verdicts[label] === "yes");
      for (const { key, chances } of taught) best.set(key, Math.max(best.get(key) ?? 0, chances[label]!));
      for (const row of taught) row.quiet[label] = row.chances[label]! < 0.6 * best.get(row.key)!;
    });
  }
}

/** Weights from all lessons, a column a label. */
export const learnRoles = (lessons: RoleLessons) =>
  ROLE_LABELS.map((label, i) => ({ label, weights: learnLabel(lessons, i, () => false) }));
