import type { ResourceFiles } from "../../record/index.ts";
import { openWordClasses, type WordClasses } from "../../text/index.ts";
import type { Found } from "../passage.ts";
import type { ToldDocument } from "../tell-document.ts";
import { candidatesOf } from "./candidate.ts";
import { fillRoles, type Thresholds } from "./fill-roles.ts";
import { isOneSided, placeCandidates } from "./place-candidates.ts";
import { roleFeatures } from "./role-features.ts";
import { readWeights, type Weights, weigh } from "./weights.ts";

/** Chosen on folds of the training documents (training/events). */
export const THRESHOLDS: Thresholds = {
  perpetrator: { added: 0.3, kept: 0.12 },
  "perpetrator-body": { added: 0.3, kept: 0.12 },
  target: { added: 0.3, kept: 0.1 },
  victim: { added: 0.3, kept: 0.08 },
  weapon: { added: 0.3, kept: 0.2 },
};

/** Weights of the roles, and the word classes that they ask. */
export interface RoleModel {
  readonly weights: Weights;
  readonly classes: WordClasses;
}

export const openRoleModel = (files: ResourceFiles): RoleModel => ({
  weights: readWeights(files, "event-roles.tsv"),
  classes: openWordClasses(files.model("text-word-classes.bin")),
});

/** The document with the participants of its violent events settled by learned roles. Cost: phrases times features. */
export function castRoles(found: Found, document: ToldDocument, { weights, classes }: RoleModel): ToldDocument {
  const { told, passages } = document;
  if (!told.some(isOneSided)) return document;
  const placed = placeCandidates(candidatesOf(found, passages), told, passages);
  const judged = placed.map((one) => ({ placed: one, chances: weigh(weights, roleFeatures(one, classes)) }));
  return { passages, told: fillRoles(found.reading, told, judged, THRESHOLDS) };
}
