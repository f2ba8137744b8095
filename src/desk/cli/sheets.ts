import type { InputDocument } from "../../record/index.ts";
import { makeSheet } from "../make-sheet.ts";
import type { Plumbline } from "../plumbline.ts";
import type { Sheet } from "../sheet.ts";
import type { NamedRecord } from "./record-options.ts";

/** Codes a document, checks it and lays out what the page shows of it. */
export function sheetOf(
  plumbline: Plumbline,
  document: InputDocument,
  record: NamedRecord,
  notes: readonly string[] = [],
): Sheet {
  const read = plumbline.code(document);
  return makeSheet({
    read,
    checked: plumbline.check(read, record),
    rowsOfEvents: plumbline.rowsOfEvents(read, record),
    record,
    notes,
  });
}
