import type { TextFault } from "../../record/index.ts";
import { findConflictingTolls } from "./conflicting-toll.ts";
import { findDoubleCounts } from "./double-count.ts";
import type { FaultFinder, FaultSource } from "./fault-source.ts";
import { findGeneralisations } from "./generalisation.ts";
import { findRivalPlaces } from "./inconsistent-place.ts";
import { findWrongSums } from "./inconsistent-sum.ts";
import { findLoadedLanguage } from "./loaded-language.ts";
import { findMissingAnchors } from "./missing-date-place.ts";
import { findMissingSources } from "./missing-source.ts";

/** Their order does not matter: none looks at what another found. */
const FINDERS: readonly FaultFinder[] = [
  findWrongSums,
  findRivalPlaces,
  findMissingAnchors,
  findMissingSources,
  findConflictingTolls,
  findDoubleCounts,
  findLoadedLanguage,
  findGeneralisations,
];

/** All faults of a text, in order of their first words. */
export const findFaults = (source: FaultSource): TextFault[] =>
  FINDERS.flatMap((finder) => finder(source)).sort(
    (a, b) => a.spans[0]!.start - b.spans[0]!.start || (a.kind < b.kind ? -1 : 1),
  );
