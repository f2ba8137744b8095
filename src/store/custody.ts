import { rmSync } from "node:fs";
import { keptPath } from "./keep-bytes.ts";
import type { LedgerEntry } from "./ledger.ts";

/** The history of one item, oldest first: who did what with it, and when. `item` may be the start of its sha-256. */
export const custodyOf = (entries: readonly LedgerEntry[], item: string): readonly LedgerEntry[] =>
  item === "" ? [] : entries.filter((entry) => entry.item?.startsWith(item) ?? false);

interface Keeping {
  readonly item: string;
  /** sha-256 of the kept text. */
  readonly text: string;
}

export interface Keepings {
  readonly kept: readonly Keeping[];
  readonly forgotten: readonly Keeping[];
}

/**
 * What the ledger says of each source: kept, or forgotten and with it every text that was read from it. One that was
 * added again after it was forgotten is kept.
 */
export function keepings(entries: readonly LedgerEntry[]): Keepings {
  const last = new Map<string, Keeping & { readonly kept: boolean }>();
  for (const { act, item, detail } of entries) {
    if (item === null) continue;
    const before = last.get(item);
    if (act === "added" && typeof detail.text === "string") last.set(item, { item, text: detail.text, kept: true });
    if (act === "forgotten" && before !== undefined) last.set(item, { ...before, kept: false });
  }
  const all = [...last.values()];
  return { kept: all.filter(({ kept }) => kept), forgotten: all.filter(({ kept }) => !kept) };
}

/**
 * Removes the bytes and the texts of forgotten sources; a text that a kept source shares stays. Done again on every
 * opening: a crash may have come between.
 */
export function removeForgotten(folder: string, { kept, forgotten }: Keepings): void {
  const shared = new Set(kept.map(({ text }) => text));
  for (const { item, text } of forgotten) {
    rmSync(keptPath(folder, "sources", item), { force: true });
    if (!shared.has(text)) rmSync(keptPath(folder, "texts", text), { force: true });
  }
}
