import type { ActorReader, CasualtyReport } from "../actors/index.ts";
import { type DateReader, toDateRecords } from "../dates/index.ts";
import type { PlaceMention, PlaceReader } from "../places/index.ts";
import type { CodedDocument, InputDocument, ResourceFiles } from "../record/index.ts";
import { outlineOf, type Reading } from "../text/index.ts";
import { absorbThreats } from "./absorb-threats.ts";
import type { Coder } from "./coder.ts";
import { assignCasualties } from "./event-casualties.ts";
import { findIndicators } from "./find-indicators.ts";
import { findParts } from "./find-parts.ts";
import { findRelations } from "./find-relations.ts";
import { answeredFor, findResponsibility } from "./find-responsibility.ts";
import { indexTriggers, type TriggerIndex } from "./find-triggers.ts";
import { inherit } from "./inherit-circumstances.ts";
import { mergeTellings, type ToldEvent } from "./merge-tellings.ts";
import { type Found, type Passage, passagesOf } from "./passage.ts";
import { readFuture } from "./read-future.ts";
import { parseRelationFrames, type RelationFrame } from "./relation-table.ts";
import { type ConfidenceWeights, parseConfidenceWeights } from "./score-confidence.ts";
import { settleEvent } from "./settle-event.ts";
import { type Settled, splitWaves } from "./split-waves.ts";
import { tell } from "./tell.ts";
import type { Telling } from "./telling.ts";
import { traceOf } from "./trace-event.ts";
import { parseTriggers } from "./trigger-table.ts";

/** Version of the coder's method; the tables have their own hash in the coded document. */
const VERSION = "0.1.0";

/** The other rooms, opened. */
export interface Rooms {
  readonly dates: DateReader;
  readonly places: PlaceReader;
  readonly actors: ActorReader;
}

function gather(rooms: Rooms, document: InputDocument, reading: Reading): Found {
  const published = document.published ?? null;
  return {
    reading,
    published,
    actors: rooms.actors.mentions(reading),
    dates: rooms.dates.read(outlineOf(reading), { published }),
    places: rooms.places.read(reading),
    attributions: rooms.actors.attributions(reading),
    weapons: rooms.actors.weapons(reading),
    casualties: rooms.actors.casualties(reading),
  };
}

/** Stages that turn a sentence's tellings into better ones: threats first, so that what they carry is not read as future. */
const STAGES: readonly ((tellings: readonly Telling[]) => readonly Telling[])[] = [
  absorbThreats,
  (tellings) => tellings.map(readFuture),
];

const tellAll = (reading: Reading, passages: readonly Passage[], index: TriggerIndex): readonly Telling[] =>
  passages
    .filter((passage) => passage.sentence.kind !== "dateline")
    .flatMap((passage) => STAGES.reduce((tellings, stage) => stage(tellings), tell(reading, passage, index)));

/** The room's own tables, open. */
interface CoderTables {
  readonly triggers: TriggerIndex;
  readonly relations: readonly RelationFrame[];
  readonly confidence: ConfidenceWeights;
}

/** The events of a document with all they were settled from. */
interface Told {
  readonly passages: readonly Passage[];
  readonly settled: readonly Settled[];
  readonly casualties: ReadonlyMap<ToldEvent, readonly CasualtyReport[]>;
}

function settleAll(found: Found, tables: CoderTables, textSha256: string): Told {
  const passages = passagesOf(found);
  const told = mergeTellings(tellAll(found.reading, passages, tables.triggers));
  const casualties = assignCasualties(told, passages);
  const responsibility = passages.flatMap((passage) => findResponsibility(found.reading, passage));
  const settled = told.map((event) => {
    const inherited = inherit(event, told, passages);
    return {
      told: event,
      event: settleEvent(
        {
          event,
          casualties: casualties.get(event) ?? [],
          responsibility: responsibility.filter((one) => answeredFor(one, told) === event),
          inheritedDate: inherited.date,
          inheritedPlace: inherited.place,
          confidence: tables.confidence,
        },
        textSha256,
      ),
    };
  });
  return { passages, settled: findParts(settled), casualties };
}

function codeEvents(
  found: Found,
  tables: CoderTables,
  textSha256: string,
): Pick<CodedDocument, "events" | "waves" | "relations" | "indicators"> {
  const { passages, settled } = settleAll(found, tables, textSha256);
  const { events, waves } = splitWaves(settled, textSha256);
  return {
    events: [...events],
    waves: [...waves],
    relations: [...findRelations(found.reading, passages, tables.relations)],
    indicators: [...findIndicators(found.reading, passages, events)],
  };
}

const placeRecord = ({ start, end, text, place, score }: PlaceMention): CodedDocument["places"][number] => ({
  start,
  end,
  text,
  score,
  geonameId: place?.geonameId ?? null,
  lat: place?.lat ?? null,
  lon: place?.lon ?? null,
  country: place?.country ?? null,
  ...(place === null ? {} : { name: place.name, precision: place.precision }),
});

/** The coder by table and rule, its tables open. Nothing is kept between documents. */
export function openBuiltinCoder(files: ResourceFiles, rooms: Rooms): Coder {
  const tables: CoderTables = {
    triggers: indexTriggers(parseTriggers(files.table("triggers.tsv"))),
    relations: parseRelationFrames(files.table("relation-frames.tsv")),
    confidence: parseConfidenceWeights(files.table("event-confidence.tsv")),
  };
  return {
    name: "builtin",
    version: VERSION,
    code(document, reading, textSha256) {
      const found = gather(rooms, document, reading);
      return {
        ...codeEvents(found, tables, textSha256),
        places: found.places.map(placeRecord),
        dates: found.dates.flatMap(toDateRecords),
      };
    },
    explain(document, reading, textSha256) {
      const { settled, casualties } = settleAll(gather(rooms, document, reading), tables, textSha256);
      return settled.map((one) => traceOf(one, casualties.get(one.told) ?? [], tables.triggers));
    },
  };
}
