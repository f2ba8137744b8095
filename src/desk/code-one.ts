import { type InputDocument, type Problem, problem } from "../record/index.ts";
import type { Plumbline } from "./plumbline.ts";
import { FalseSpanError } from "./verify-spans.ts";

/** One output line, or why there is none. `stop`: a false span, after which nothing more may be written. */
export interface LineOut {
  readonly json: string | null;
  readonly problems: readonly Problem[];
  readonly stop: string | null;
}

/** Codes one document. A fault of ours in one document is told and does not stop the others, but for a false span. */
export function codeOne(plumbline: Plumbline, document: InputDocument): LineOut {
  try {
    const { coded } = plumbline.code(document);
    return { json: JSON.stringify(coded), problems: [], stop: null };
  } catch (error) {
    if (error instanceof FalseSpanError) return { json: null, problems: [], stop: error.message };
    const detail = error instanceof Error ? error.message : String(error);
    if (process.env.PLUMBLINE_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : detail}\n`);
    const failed = problem("document-failed", { doc: document.id, detail });
    return { json: null, problems: [failed], stop: null };
  }
}
