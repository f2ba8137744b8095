import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type InputDocument, inputDocumentSchema, type Problem, problem } from "../record/index.ts";
import { keepings, removeForgotten } from "./custody.ts";
import { keepBytes, keptPath, sha256 } from "./keep-bytes.ts";
import { type Act, appendAct, type By, type LedgerEntry, mendTornLine, readLedger } from "./ledger.ts";
import { lockCase, unlockCase } from "./lock.ts";

/** Bumped when the folder's layout changes; older ones are then migrated, never misread. */
const CASE_FORMAT = "plumbline/case/1";

const cardSchema = z.object({ format: z.literal(CASE_FORMAT), name: z.string() });

export interface OpenedCase {
  readonly case: Case | null;
  readonly problems: readonly Problem[];
}

/** A case folder that this process holds (design: sources immutable, decisions append-only, everything else derived). */
export class Case {
  readonly path: string;
  readonly name: string;
  #entries: LedgerEntry[];

  constructor(path: string, name: string, entries: readonly LedgerEntry[]) {
    this.path = path;
    this.name = name;
    this.#entries = [...entries];
  }

  get entries(): readonly LedgerEntry[] {
    return this.#entries;
  }

  /** Hash of the last ledger line: whoever holds a published one can prove later tampering. */
  get head(): string {
    return this.#entries.at(-1)?.hash ?? "";
  }

  record(act: Act, by: By): void {
    this.#entries.push(appendAct(this.path, this.#entries.at(-1), act, by));
  }

  has(act: Act["act"], item: string): boolean {
    return this.#entries.some((entry) => entry.act === act && entry.item === item);
  }

  /**
   * Keeps a source's bytes and the text read from them. The same bytes are added once.
   * @returns the source's sha-256
   */
  addSource(bytes: Uint8Array, document: InputDocument, reader: string, by: By): string {
    const item = sha256(bytes);
    if (keepings(this.#entries).kept.some((kept) => kept.item === item)) return item;
    keepBytes(this.path, "sources", item, bytes);
    const text = Buffer.from(JSON.stringify({ reader, document }), "utf8");
    const textHash = sha256(text);
    keepBytes(this.path, "texts", textHash, text);
    this.record({ act: "added", item, detail: { name: document.id, text: textHash, reader } }, by);
    return item;
  }

  /**
   * Takes a source's bytes and its text out of the case for good (an endangered witness, a legal duty). The ledger keeps
   * that it was there, under which name and hash, and who took it out: `verify` accepts that. What was computed of it
   * goes with the next rebuild.
   * @returns false where no such source is kept
   */
  forget(item: string, reason: string, by: By): boolean {
    if (!keepings(this.#entries).kept.some((kept) => kept.item === item)) return false;
    this.record({ act: "forgotten", item, detail: { reason } }, by);
    removeForgotten(this.path, keepings(this.#entries));
    return true;
  }

  /** Every document of the case as it was read when it was added, in order of adding; forgotten ones are gone. */
  documents(): readonly { readonly item: string; readonly document: InputDocument }[] {
    return keepings(this.#entries).kept.map(({ item, text }) => {
      const kept = JSON.parse(readFileSync(keptPath(this.path, "texts", text), "utf8")) as { document: unknown };
      return { item, document: inputDocumentSchema.parse(kept.document) };
    });
  }

  close(): void {
    unlockCase(this.path);
  }
}

const cardPath = (path: string): string => join(path, "case.json");

export const isCase = (path: string): boolean => existsSync(cardPath(path));

/** Makes a new case folder and opens it. */
export function createCase(path: string, name: string, by: By): OpenedCase {
  if (isCase(path)) return { case: null, problems: [problem("case-exists", { path })] };
  try {
    mkdirSync(path, { recursive: true });
    writeFileSync(cardPath(path), `${JSON.stringify({ format: CASE_FORMAT, name }, null, 2)}\n`, { flag: "wx" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { case: null, problems: [problem("output-not-written", { file: path, detail: code ?? message })] };
  }
  const opened = openCase(path);
  opened.case?.record({ act: "created", item: null, detail: { name } }, by);
  return opened;
}

/** The name in case.json, or what is wrong with that file. */
function nameOf(path: string): string | Problem {
  const unreadable = (detail: string): Problem => problem("case-card-bad", { path, detail });
  let card: unknown;
  try {
    card = JSON.parse(readFileSync(cardPath(path), "utf8"));
  } catch (error) {
    return unreadable((error as Error).message);
  }
  const read = cardSchema.safeParse(card);
  return read.success ? read.data.name : unreadable(read.error.issues[0]?.message ?? "another form");
}

/** Opens a case for this process alone. A torn last line is set aside and told; a broken chain is refused. */
export function openCase(path: string): OpenedCase {
  if (!isCase(path)) return { case: null, problems: [problem("case-not-found", { path })] };
  const name = nameOf(path);
  if (typeof name !== "string") return { case: null, problems: [name] };
  const held = lockCase(path);
  if (held !== null) return { case: null, problems: [held] };
  const { entries, problems } = readLedger(path);
  if (problems.some(({ code }) => code === "case-ledger-torn")) mendTornLine(path);
  if (problems.some(({ severity }) => severity === "error")) {
    unlockCase(path);
    return { case: null, problems };
  }
  removeForgotten(path, keepings(entries));
  return { case: new Case(path, name, entries), problems };
}
