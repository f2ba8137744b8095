import type { Problem, ProblemCode } from "../problem.ts";
import { fill } from "./fill.ts";

/** English wording of every problem. Each says what is wrong and what to do. */
export const PROBLEMS_EN: Readonly<Record<ProblemCode, string>> = {
  "span-outside-text":
    "{doc}: the span {start}-{end} lies beyond the text ({length} units). This is a fault of Plumbline: please report it with the text.",
  "span-words-differ":
    '{doc}: the span {start}-{end} says "{written}", the text has "{found}". This is a fault of Plumbline: please report it with the text.',
  "line-not-json": "{file}, line {line}: not JSON ({detail}). Mend the line and run again; the other lines were done.",
  "line-not-document":
    '{file}, line {line}: not a document ({detail}). A line looks like {"id": "a1", "text": "…"}; the other lines were done.',
  "line-too-long":
    "{file}, line {line}: longer than {limit} MB, so it was passed over. Split it into documents; the other lines were done.",
  "file-not-found": "{file}: there is no such file. Check the path.",
  "file-not-readable": "{file}: cannot be read ({detail}). Check who owns it and its permissions.",
  "file-empty": "{file}: is empty, so there is nothing to read.",
  "file-binary": "{file}: is binary, not text. Give .txt, .md, .html, .pdf or .docx.",
  "file-kind-unknown": "{file}: {extension} files cannot be read. Give .txt, .md, .html, .pdf, .docx or .jsonl.",
  "file-too-large":
    "{file}: {megabytes} MB is more than the {limit} MB read at once. Split it into documents (JSON Lines).",
  "file-decoded": "{file}: not UTF-8; read as {encoding}. If letters look wrong, save it as UTF-8 and try again.",
  "pdf-without-text": "{file}: its {pages} pages hold no text, only pictures. Run OCR on it first (ocrmypdf does).",
  "pdf-damaged": "{file}: cannot be read as a PDF ({detail}). Open it in a viewer and print it to a new PDF.",
  "docx-damaged":
    "{file}: cannot be read as a Word document ({detail}). Open it in a word processor and save it again.",
  "archive-too-large": "{file}: unpacks to more than {limit} MB, which no article does. It was not opened.",
  "html-without-article": "{file}: no article text was found in the page. Save the text alone as .txt and give that.",
  "html-scripts-removed": "{file}: {count} scripts were removed from the page; none was run.",
  "language-not-english": "{doc}: reads as {language}. Only English is coded, so nothing was; translate it first.",
  "language-unknown": "{doc}: too short, or too mixed, to tell its language; it was read as English.",
  "sentence-cut":
    "{doc}: {count} sentences are {tokens} words or longer and were cut there. Full stops may be missing, or it is a table: read these places again.",
  "text-cut": "{doc}: only the first {kept} of {length} characters were read. Split it into articles.",
  "output-not-written": "{file}: could not be written ({detail}). Choose another place with --out.",
  "output-disk-full": "{file}: the disk is full; nothing was left half-written. Free some space and run again.",
  "published-unreadable":
    '{file}: "{value}" cannot be read as a publication date, so none was taken. Write it as YYYY-MM-DD.',
  "csv-quote-open":
    "{file}, line {line}: a quotation mark is opened there and never closed, so all from there on was set aside. Close it.",
  "record-columns-unused":
    "{file}: the columns {columns} were not used. If one is misspelt, see docs/record.md for the names.",
  "mapping-bad": "{file}: not a mapping file ({detail}). See docs/datasets.md for its form.",
  "dataset-not-as-said":
    "{file} was said to be {said}, but its header is that of {found}. Leave --as out, or give the right name or a mapping file.",
  "dataset-counts-reports":
    "{file} is GDELT: its rows count reports, not events, so claims cannot be checked against it. Use it with: plumbline link --reference.",
  "dataset-layout-unknown":
    "{file}: not the layout of UCDP GED, ACLED, GTD, ICEWS, POLECAT or GDELT events. Say which column is which with a mapping file (docs/datasets.md).",
  "dataset-rows-repeated":
    "{file}: {count} rows repeat the id of another (a row for each actor, or an older upload); the newest of each was kept.",
  "record-column-missing": '{file}: has no column "{column}" (it has {columns}). See docs/record.md for the layout.',
  "record-cell-bad": '{file}, line {line}: {column} is "{value}", expected {expected}. The row was set aside; mend it.',
  "record-row-short": "{file}, line {line}: {cells} cells for {columns} columns. The row was set aside; mend it.",
  "record-id-twice":
    '{file}, line {line}: the id "{id}" already stands in line {first}. The row was set aside; rename it.',
  "card-missing":
    "{file}: no coverage card, so the record counts as a convenience collection: nothing is judged by counting. Give --card.",
  "card-bad": "{file}: not a coverage card ({detail}). See docs/record.md for its fields.",
  "case-not-found": "{path}: there is no case there. Make one with: plumbline new {path}",
  "case-card-bad":
    "{path}: its case.json cannot be read ({detail}). Restore it from a copy, or use the version of Plumbline that made it.",
  "case-exists": "{path}: a case is already there. Choose another folder, or add to it with: plumbline add",
  "case-ledger-torn":
    "{path}: the ledger's last line ({line}) was cut off by a crash; it was set aside, all before it holds.",
  "case-ledger-broken":
    "{path}: ledger line {line} does not follow from the line before: somebody changed it. Restore a copy.",
  "case-source-changed": "{path}: the bytes of {item} are no longer those that were added. Restore them from a copy.",
  "case-held": "{path}: process {pid} has this case open. Close it there first.",
  "port-busy": "Port {port} is busy; serving on {used} instead.",
  "table-unknown-type": '{table}:{line}: there is no PLOVER type "{type}". Use one of: {known}.',
  "table-unknown-mode": '{table}:{line}: {type} has no mode "{mode}". Use one of: {known}.',
  "table-bad-cell": '{table}:{line}: {column} is "{value}", expected {expected}.',
  "geonames-line-bad":
    "{file}, line {line}: not a line of a GeoNames dump; it was passed over. Download the file again if there are many.",
  "geonames-file-unknown":
    "{file}: not a file of the GeoNames dump. Give allCountries.txt or a country's file, alternateNamesV2.txt, admin1CodesASCII.txt or admin2Codes.txt.",
  "resource-missing": "{file} is missing from the installation. Install Plumbline again, or run: plumbline doctor",
  "document-failed":
    "{doc}: could not be coded ({detail}). This is a fault of Plumbline: please report it with the text. The others were done.",
  "record-default":
    "No record was given, so this was compared with the {name}, a convenience collection that covers nothing else. Give --record.",
  "folder-not-writable": "{path} cannot be written to; {used} is used instead and may be gone after a restart.",
  "event-not-found": 'No event has an id that begins with "{event}". The events of the document: {known}.',
  "parse-without-words": 'Give a sentence or --file. Example: plumbline parse "Gunmen killed two policemen in Aktobe."',
  "one-sentence-a-drawing":
    "A drawing shows one sentence, and this text has {found}. Give one sentence, or leave --svg out to see all trees.",
  "nothing-to-do": "Give a file, - for standard input, or --in. Example: plumbline {command} article.txt",
};

/** A problem in words. */
export const explain = (p: Problem): string => fill(PROBLEMS_EN[p.code], p.params);
