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
export function openClaims(files: ResourceFiles): ClaimReader {
  const rooms = {
    linker: openLinker(files),
    classWords: parseClassWords(files.table("claim-class-words.tsv")),
    countries: parseCountryNames(files.table("claim-country-names.tsv")),
  };
  return {
    find: () => ({ claims: [], issues: [] }),
    check: (input, record) => checkClaims(openContext(input, record, rooms), input.coded.claims),
  };
}
