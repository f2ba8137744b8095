import { explainReason, type LedgerLine, type VerdictWord } from "../record/index.ts";
import { paint } from "./terminal.ts";

/** A sign and a word for every verdict: never colour alone. */
export const VERDICT_SIGNS: Readonly<Record<VerdictWord, { sign: string; word: string; colour: number }>> = {
  supported: { sign: "+", word: "supported", colour: 32 },
  contradicted: { sign: "x", word: "contradicted", colour: 31 },
  partly: { sign: "~", word: "partly", colour: 33 },
  "not-in-record": { sign: "?", word: "not in record", colour: 36 },
  untestable: { sign: "-", word: "untestable", colour: 35 },
  "no-factual-claim": { sign: "o", word: "no factual claim", colour: 90 },
};

/** Breaks text into lines of at most `width` characters, at spaces where there are any. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.replace(/\s+/g, " ").trim().split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return line === "" ? lines : [...lines, line];
}

const VERDICT_WIDTH = 18;

function row(line: LedgerLine, width: number, stream: NodeJS.WriteStream): string {
  const { sign, word, colour } = VERDICT_SIGNS[line.so.verdict];
  const column = Math.max(24, Math.floor((width - VERDICT_WIDTH - 4) / 2));
  const claim = wrap(line.claim.text, column);
  const reason = wrap(explainReason(line.so.reason), column);
  const height = Math.max(claim.length, reason.length);
  return Array.from({ length: height }, (_, i) => {
    const verdict = (i === 0 ? `${sign} ${word}` : "").padEnd(VERDICT_WIDTH);
    return `${paint(stream, colour, verdict)}  ${(claim[i] ?? "").padEnd(column)}  ${reason[i] ?? ""}`.trimEnd();
  }).join("\n");
}

/** The ledger for a terminal: verdict with sign and word, the claim's words, the reason; then the counts. */
export function ledgerTable(ledger: readonly LedgerLine[], stream: NodeJS.WriteStream = process.stdout): string {
  const width = Math.min(stream.columns ?? 120, 160);
  const counts = new Map<VerdictWord, number>();
  for (const line of ledger) counts.set(line.so.verdict, (counts.get(line.so.verdict) ?? 0) + 1);
  const summary = [...counts].map(([verdict, n]) => `${n} ${VERDICT_SIGNS[verdict].word}`).join(", ");
  const rows = ledger.map((line) => row(line, width, stream));
  return [...rows, "", `${ledger.length} claims: ${summary || "none found"}`, ""].join("\n");
}
