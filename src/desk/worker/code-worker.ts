import { parentPort } from "node:worker_threads";
import type { InputDocument } from "../../record/index.ts";
import { codeOne, type LineOut } from "../code-one.ts";
import { openPlumbline } from "../plumbline.ts";

/** A batch in, its lines out, in the same order. Nothing is remembered between batches. */
export interface Batch {
  readonly number: number;
  readonly documents: readonly InputDocument[];
}
export interface CodedBatch {
  readonly number: number;
  readonly lines: readonly LineOut[];
}

if (parentPort !== null) {
  const port = parentPort;
  const plumbline = openPlumbline();
  port.on("message", (batch: Batch) => {
    const coded: CodedBatch = {
      number: batch.number,
      lines: batch.documents.map((document) => codeOne(plumbline, document)),
    };
    port.postMessage(coded);
  });
}
