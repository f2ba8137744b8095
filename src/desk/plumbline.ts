import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openActors } from "../actors/index.ts";
import { type CheckedDocument, openClaims } from "../claims/index.ts";
import { openDates } from "../dates/index.ts";
import { type EventTrace, openBuiltinCoder } from "../events/index.ts";
import { fromEvent, openLinker } from "../linking/index.ts";
import { type ByteSource, openPlaces, openStored } from "../places/index.ts";
import {
  CODED_FORMAT,
  type CodedDocument,
  type Event,
  type InputDocument,
  type ReferenceRecord,
  type ResourceFiles,
} from "../record/index.ts";
import { cutSentences, openText, type Reading } from "../text/index.ts";
import { addedGazetteer } from "./added-gazetteer.ts";
import { PACKAGE_ROOT, packageResources } from "./resources.ts";
import { verifySpans } from "./verify-spans.ts";
import { VERSION } from "./version.ts";

export interface CodedReading {
  readonly document: InputDocument;
  readonly reading: Reading;
  readonly coded: CodedDocument;
}

/** The whole chain, opened once: tables, weights and gazetteer are read, nothing is remembered between documents. */
export interface Plumbline {
  /** @throws FalseSpanError where a value's words are not the text's: a bug, never written. */
  code(document: InputDocument): CodedReading;
  /** Why each value of each event is what it is; nothing where the document is not in English. */
  explain(document: InputDocument): readonly EventTrace[];
  check(read: CodedReading, record: ReferenceRecord): CheckedDocument;
  /** The row of the record that each event is, where it is one: event id → row id. */
  rowsOfEvents(read: CodedReading, record: ReferenceRecord): ReadonlyMap<string, string>;
}

/** sha-256 over the bytes of every table and every weight, in the order of their names, and of the user's own places. */
export function tablesHash(root: string = PACKAGE_ROOT, added: ByteSource | null = null): string {
  const hash = createHash("sha256");
  for (const folder of ["tables", "models"]) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      hash.update(`${folder}/${name}\0`);
      hash.update(readFileSync(join(root, folder, name)));
    }
  }
  if (added !== null) hash.update(openStored(added).version);
  return hash.digest("hex");
}

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

const NOTHING_CODED = { events: [], places: [], dates: [], relations: [], waves: [], indicators: [] };

function languageNotes(document: InputDocument, reading: Reading): NonNullable<CodedDocument["notes"]> {
  const { code, name, sure } = reading.language;
  if (!sure) return code === "en" ? [] : [{ code: "language-unknown", params: { doc: document.id } }];
  return code === "en" ? [] : [{ code: "language-not-english", params: { doc: document.id, language: name } }];
}

function cutNotes(document: InputDocument, reading: Reading): NonNullable<CodedDocument["notes"]> {
  const cut = cutSentences(reading);
  return cut === null ? [] : [{ code: "sentence-cut", params: { doc: document.id, ...cut } }];
}

export function openPlumbline(
  files: ResourceFiles = packageResources,
  added: ByteSource | null = addedGazetteer(),
): Plumbline {
  const text = openText(files);
  const actors = openActors(files);
  const coder = openBuiltinCoder(files, { dates: openDates(files), places: openPlaces(files, added), actors });
  const claims = openClaims(files, actors);
  const linker = openLinker(files);
  const tables = tablesHash(PACKAGE_ROOT, added);

  function code(document: InputDocument): CodedReading {
    const reading = text.read(document.text);
    const textSha256 = sha256(document.text);
    const notes = [...languageNotes(document, reading), ...cutNotes(document, reading)];
    const foreign = notes.some((note) => note.code === "language-not-english");
    const events = foreign ? NOTHING_CODED : coder.code(document, reading, textSha256);
    const bare: CodedDocument = {
      format: CODED_FORMAT,
      doc: document.id,
      lang: reading.language.code,
      textSha256,
      coder: { name: coder.name, version: VERSION, tables },
      ...events,
      claims: [],
      issues: [],
      ...(notes.length > 0 ? { notes } : {}),
    };
    const coded = foreign ? bare : { ...bare, ...claims.find(document, reading, bare) };
    verifySpans(document.id, document.text, coded);
    return { document, reading, coded };
  }

  return {
    code,
    explain: (document) => {
      const reading = text.read(document.text);
      const foreign = languageNotes(document, reading).some(({ code }) => code === "language-not-english");
      return foreign ? [] : (coder.explain?.(document, reading, sha256(document.text)) ?? []);
    },
    check: (read, record) => {
      const checked = claims.check(read, record);
      verifySpans(read.document.id, read.document.text, checked);
      return checked;
    },
    rowsOfEvents: ({ coded: { events } }, record) => {
      const passage = (event: Event): string => event.evidence.map(({ text: words }) => words).join(" ");
      const links = linker.linkToRecord(
        events.map((event) => fromEvent(event, passage(event))),
        record.rows,
      );
      return new Map(
        events.flatMap((event, i) => {
          const row = links[i]?.same[0]?.row;
          return row === undefined ? [] : [[event.id, row.id] as const];
        }),
      );
    },
  };
}
