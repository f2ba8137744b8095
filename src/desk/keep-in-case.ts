import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../record/index.ts";
import { type Case, createCase, eventRows, isCase, openCase, rebuildDerived, verdictRows } from "../store/index.ts";
import { actingUser } from "./acting-user.ts";
import { dataFolder } from "./data-folder.ts";
import type { Sheet } from "./sheet.ts";
import { VERSION } from "./version.ts";

/** The bytes that were read: the file's own, or for standard input the text itself. */
const bytesOf = (article: string, sheet: Sheet): Uint8Array =>
  article === "-" ? Buffer.from(sheet.document.text, "utf8") : readFileSync(article);

/** Records what was done, unless the same coder had done it to the same source. */
function recordOnce(
  opened: Case,
  act: "coded" | "judged",
  item: string,
  detail: Record<string, string | number>,
): void {
  const same = opened.entries.some(
    (entry) => entry.act === act && entry.item === item && JSON.stringify(entry.detail) === JSON.stringify(detail),
  );
  if (!same) opened.record({ act, item, detail }, actingUser());
}

async function keep(opened: Case, article: string, sheet: Sheet): Promise<void> {
  const item = opened.addSource(bytesOf(article, sheet), sheet.document, `plumbline ${VERSION}`, actingUser());
  const { coder, events } = sheet.coded;
  recordOnce(opened, "coded", item, {
    coder: coder.name,
    version: coder.version,
    tables: coder.tables,
    events: events.length,
  });
  const record = sheet.record?.name ?? "";
  recordOnce(opened, "judged", item, { record, tables: coder.tables, claims: sheet.ledger.length });
  await rebuildDerived(opened.path, { events: eventRows(sheet.coded), verdicts: verdictRows(sheet.ledger) });
}

/** Keeps an article with what was made of it in a case of the user's data folder: "sample-case" or "my-case". */
export async function keepInCase(name: string, article: string, sheet: Sheet): Promise<readonly Problem[]> {
  const folder = dataFolder();
  const path = join(folder.path, name);
  const { case: opened, problems } = isCase(path) ? openCase(path) : createCase(path, name, actingUser());
  if (opened === null) return [...folder.problems, ...problems];
  try {
    await keep(opened, article, sheet);
  } finally {
    opened.close();
  }
  return [...folder.problems, ...problems];
}
