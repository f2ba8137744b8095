import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openActors } from "../../src/actors/index.ts";
import { openDates } from "../../src/dates/index.ts";
import { packageResources } from "../../src/desk/resources.ts";
import { gather } from "../../src/events/builtin-coder.ts";
import { indexTriggers } from "../../src/events/find-triggers.ts";
import { candidatesOf } from "../../src/events/learned/candidate.ts";
import { placeCandidates } from "../../src/events/learned/place-candidates.ts";
import type { Placed } from "../../src/events/learned/role-features.ts";
import type { Found } from "../../src/events/passage.ts";
import { type ToldDocument, tellDocument } from "../../src/events/tell-document.ts";
import { parseTriggers } from "../../src/events/trigger-table.ts";
import { openPlaces } from "../../src/places/index.ts";
import type { InputDocument } from "../../src/record/index.ts";
import { openText } from "../../src/text/index.ts";
import type { GoldDocument } from "./gold-roles.ts";

/** A training document as table and rule read it, with its key. */
export interface Lesson {
  readonly found: Found;
  readonly document: ToldDocument;
  readonly placed: readonly Placed[];
  readonly textSha256: string;
  readonly gold: GoldDocument;
}

const jsonLines = <T>(file: string): T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

/** The documents of `CORPORA/muc4/NAME`. Cost: half a minute a thousand on a quiet machine, 4 GB of memory. */
export function readLessons(corpora: string, name: string): readonly Lesson[] {
  const text = openText(packageResources);
  const rooms = {
    dates: openDates(packageResources),
    places: openPlaces(packageResources),
    actors: openActors(packageResources),
  };
  const index = indexTriggers(parseTriggers(packageResources.table("triggers.tsv")));
  const gold = new Map(
    jsonLines<GoldDocument>(join(corpora, "muc4", `${name}.gold.jsonl`)).map((one) => [one.id, one]),
  );
  return jsonLines<InputDocument>(join(corpora, "muc4", `${name}.docs.jsonl`)).flatMap((input) => {
    const key = gold.get(input.id);
    if (key === undefined) return [];
    const found = gather(rooms, input, text.read(input.text));
    const document = tellDocument(found, index);
    const placed = placeCandidates(candidatesOf(found, document.passages), document.told, document.passages);
    const textSha256 = createHash("sha256").update(input.text).digest("hex");
    return [{ found, document, placed, textSha256, gold: key }];
  });
}
