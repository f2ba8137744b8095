import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Problem, problem } from "../record/index.ts";
import { flushFolder, writeAll } from "./keep-bytes.ts";

const ACTS = [
  "created",
  "added",
  "imported",
  "coded",
  "accepted",
  "corrected",
  "rejected",
  "linked",
  "unlinked",
  "judged",
  "tested",
  "exported",
  "forgotten",
] as const;

/** One act upon a case. Times are given by the caller; the ledger reads no clock. */
export interface Act {
  readonly act: (typeof ACTS)[number];
  /** sha-256 of the source it is about, or null for the whole case. */
  readonly item: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** Who did it and when (ISO 8601, UTC). */
export interface By {
  readonly time: string;
  readonly actor: string;
}

const lineSchema = z.object({
  n: z.int().min(1),
  time: z.string(),
  actor: z.string(),
  act: z.enum(ACTS),
  item: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  prev: z.string(),
  hash: z.string(),
});
export type LedgerEntry = Readonly<z.infer<typeof lineSchema>>;

/** What the first line follows from. */
const GENESIS = "0".repeat(64);

const hashOf = (entry: Omit<LedgerEntry, "hash">): string =>
  createHash("sha256")
    .update(JSON.stringify([entry.n, entry.time, entry.actor, entry.act, entry.item, entry.detail, entry.prev]))
    .digest("hex");

const ledgerPath = (folder: string): string => join(folder, "ledger.jsonl");

export interface ReadLedger {
  readonly entries: readonly LedgerEntry[];
  readonly problems: readonly Problem[];
}

function entryOf(line: string): LedgerEntry | null {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    // Whatever it is, it is no line of ours: the caller says which and stops there.
    return null;
  }
}

/**
 * Reads the chain and follows it. A last line without its end was cut off by a crash: it is told and left out. A line
 * that does not follow from the one before is told, and nothing after it is believed.
 */
export function readLedger(folder: string): ReadLedger {
  const path = ledgerPath(folder);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const lines = text.split("\n");
  const torn = lines.pop() ?? "";
  const problems: Problem[] =
    torn === "" ? [] : [problem("case-ledger-torn", { path: folder, line: lines.length + 1 }, "warning")];
  const entries: LedgerEntry[] = [];
  let prev = GENESIS;
  for (const [i, line] of lines.entries()) {
    const entry = entryOf(line);
    if (entry === null || entry.n !== i + 1 || entry.prev !== prev || entry.hash !== hashOf(entry)) {
      return { entries, problems: [...problems, problem("case-ledger-broken", { path: folder, line: i + 1 })] };
    }
    entries.push(entry);
    prev = entry.hash;
  }
  return { entries, problems };
}

/** Sets a torn last line aside in a file of its own, so that the next line begins on its own. */
export function mendTornLine(folder: string): void {
  const path = ledgerPath(folder);
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(10) + 1;
  if (end === bytes.length) return;
  writeFileSync(join(folder, `ledger.torn-at-${end}`), bytes.subarray(end));
  truncateSync(path, end);
}

/**
 * Appends one act. It is on the disk when this returns.
 * @throws the file system's error where it cannot be written; the ledger is then as it was before.
 */
export function appendAct(folder: string, before: LedgerEntry | undefined, act: Act, by: By): LedgerEntry {
  const bare = { n: (before?.n ?? 0) + 1, ...by, ...act, prev: before?.hash ?? GENESIS };
  const entry: LedgerEntry = { ...bare, hash: hashOf(bare) };
  const file = openSync(ledgerPath(folder), "a");
  const length = fstatSync(file).size;
  try {
    writeAll(file, Buffer.from(`${JSON.stringify(entry)}\n`));
    fsyncSync(file);
    if (before === undefined) flushFolder(folder);
  } catch (error) {
    ftruncateSync(file, length); // a full disk leaves half a line, and the next act would go on in it
    throw error;
  } finally {
    closeSync(file);
  }
  return entry;
}
