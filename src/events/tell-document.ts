import { absorbThreats } from "./absorb-threats.ts";
import type { TriggerIndex } from "./find-triggers.ts";
import { mergeTellings, type ToldEvent } from "./merge-tellings.ts";
import { type Found, type Passage, passagesOf } from "./passage.ts";
import { readFuture } from "./read-future.ts";
import { tell } from "./tell.ts";
import type { Telling } from "./telling.ts";

/** Stages that turn a sentence's tellings into better ones: threats first, so that what they carry is not read as future. */
const STAGES: readonly ((tellings: readonly Telling[]) => readonly Telling[])[] = [
  absorbThreats,
  (tellings) => tellings.map(readFuture),
];

/** A document as table and rule read it: its sentences, and the events told of in them. */
export interface ToldDocument {
  readonly passages: readonly Passage[];
  readonly told: readonly ToldEvent[];
}

export function tellDocument(found: Found, index: TriggerIndex): ToldDocument {
  const passages = passagesOf(found);
  const tellings = passages
    .filter((passage) => passage.sentence.kind !== "dateline")
    .flatMap((passage) => STAGES.reduce((told, stage) => stage(told), tell(found.reading, passage, index)));
  return { passages, told: mergeTellings(tellings) };
}
