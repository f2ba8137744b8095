import type { ActorReader } from "../events/index.ts";
import { openActors } from "../events/index.ts";
import { openLinker } from "../linking/index.ts";
import type {
  Claim,
  CodedDocument,
  InputDocument,
  ReferenceRecord,
  ResourceFiles,
  TextFault,
} from "../record/index.ts";
import type { Reading } from "../text/index.ts";
import type { CheckedInput } from "./check-context.ts";
import { openContext } from "./check-context.ts";
import type { CheckedDocument } from "./check-document.ts";
import { checkClaims } from "./check-document.ts";
import { parseClassWords } from "./class-words.ts";
import { parseCountryNames } from "./coverage.ts";
import { parseKindCues, parseLoadedWords, parseNotTold, parsePatterns } from "./cue-tables.ts";
import { findFaults } from "./faults/find-faults.ts";
import type { ClaimTables } from "./find-claims.ts";
import { findClaims } from "./find-claims.ts";

export interface Found {
  readonly claims: Claim[];
  readonly issues: TextFault[];
}

export interface ClaimReader {
  /** Claims and faults of a text whose events are coded. */
  find(document: InputDocument, reading: Reading, coded: CodedDocument): Found;
  /** Judges the claims that `coded` holds against a record. */
  check(input: CheckedInput, record: ReferenceRecord): CheckedDocument;
}

/** @throws Error where a table is damaged: tables are our own files. */
export function openClaims(
  files: ResourceFiles,
  actors: Pick<ActorReader, "attributions"> = openActors(files),
): ClaimReader {
  const classWords = parseClassWords(files.table("claim-class-words.tsv"));
  const rooms = {
    linker: openLinker(files),
    classWords,
    countries: parseCountryNames(files.table("claim-country-names.tsv")),
  };
  const hiddenSources = parsePatterns("claim-hidden-sources.tsv", files.table("claim-hidden-sources.tsv"));
  const tables: ClaimTables = {
    cues: parseKindCues(files.table("claim-cues.tsv")),
    hedges: parsePatterns("claim-hedges.tsv", files.table("claim-hedges.tsv")),
    hiddenSources,
    classWords,
  };
  const loadedWords = parseLoadedWords(files.table("claim-loaded-words.tsv"));
  const notTold = parseNotTold(files.table("claim-not-told.tsv"));
  return {
    find: (_document, reading, coded) => {
      const attributions = actors.attributions(reading);
      const claims = findClaims(reading, coded, attributions, tables);
      return {
        claims,
        issues: findFaults({ reading, coded, claims, attributions, hiddenSources, loadedWords, classWords, notTold }),
      };
    },
    check: (input, record) => checkClaims(openContext(input, record, rooms), input.coded.claims),
  };
}
