import type { LedgerLine, OmissionsLine } from "../record/index.ts";

/** The ledger as JSON Lines (contract `verdict.md`), in the order given. */
export function* ledgerJsonLines(lines: Iterable<LedgerLine | OmissionsLine>): Generator<string> {
  for (const line of lines) yield `${JSON.stringify(line)}\n`;
}
