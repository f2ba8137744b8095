import type { CodedDocument, InputDocument } from "../record/index.ts";
import type { Reading } from "../text/index.ts";
import type { EventTrace } from "./trace-event.ts";

/** What a coder makes of one document: everything of the coded document but claims and text faults. */
export type CodedEvents = Omit<CodedDocument, "format" | "doc" | "lang" | "textSha256" | "coder" | "claims" | "issues">;

/** The seam for other coders (a language model's, a user's own): same values in, same values out. */
export interface Coder {
  readonly name: string;
  readonly version: string;
  code(document: InputDocument, reading: Reading, textSha256: string): CodedEvents;
  /** Why each value of each event is what it is. Codes the document again: asked for, it costs a coding; else nothing. */
  explain?(document: InputDocument, reading: Reading, textSha256: string): readonly EventTrace[];
}
