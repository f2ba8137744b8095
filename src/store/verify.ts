import { existsSync, readFileSync } from "node:fs";
import { type Problem, problem } from "../record/index.ts";
import { isCase } from "./case.ts";
import { keepings } from "./custody.ts";
import { keptPath, sha256 } from "./keep-bytes.ts";
import { readLedger } from "./ledger.ts";

function keptAsWritten(path: string, kind: "sources" | "texts", hash: string): Problem[] {
  const file = keptPath(path, kind, hash);
  const same = existsSync(file) && sha256(readFileSync(file)) === hash;
  return same ? [] : [problem("case-source-changed", { path, item: `${kind}/${hash.slice(0, 12)}` })];
}

/** Follows the ledger's chain and computes every hash again. An empty answer: all is as it was written. */
export function verifyCase(path: string): readonly Problem[] {
  if (!isCase(path)) return [problem("case-not-found", { path })];
  const { entries, problems } = readLedger(path);
  const changed = keepings(entries).kept.flatMap(({ item, text }) => [
    ...keptAsWritten(path, "sources", item),
    ...keptAsWritten(path, "texts", text),
  ]);
  return [...problems, ...changed];
}
