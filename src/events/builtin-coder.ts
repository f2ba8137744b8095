import type { ActorReader, CasualtyReport } from "../actors/index.ts";
import { type DateReader, toDateRecords } from "../dates/index.ts";
import type { PlaceMention, PlaceReader } from "../places/index.ts";
import type { CodedDocument, InputDocument, ResourceFiles } from "../record/index.ts";
import { outlineOf, type Reading } from "../text/index.ts";
import type { Coder } from "./coder.ts";
import { findIndicators } from "./find-indicators.ts";
import { findParts } from "./find-parts.ts";
import { findRelations } from "./find-relations.ts";
import { indexTriggers, type TriggerIndex } from "./find-triggers.ts";
import { castRoles, openRoleModel, type RoleModel } from "./learned/cast-roles.ts";
import { joinEvents } from "./learned/join-events.ts";
import { keepTold } from "./learned/keep-told.ts";
import { readWeights, type Weights } from "./learned/weights.ts";
import type { ToldEvent } from "./merge-tellings.ts";
import type { Found, Passage } from "./passage.ts";
import { parseRelationFrames, type RelationFrame } from "./relation-table.ts";
import { type ConfidenceWeights, parseConfidenceWeights } from "./score-confidence.ts";
import { settleDocument } from "./settle-document.ts";
import { type Settled, splitWaves } from "./split-waves.ts";
import { tellDocument } from "./tell-document.ts";
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

export function gather(rooms: Rooms, document: InputDocument, reading: Reading): Found {
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

/** The room's own tables and weights, open. */
interface CoderTables {
  readonly triggers: TriggerIndex;
  readonly relations: readonly RelationFrame[];
  readonly confidence: ConfidenceWeights;
  readonly roles: RoleModel;
  readonly pairs: Weights;
  readonly worth: Weights;
}

const openTables = (files: ResourceFiles): CoderTables => ({
  triggers: indexTriggers(parseTriggers(files.table("triggers.tsv"))),
  relations: parseRelationFrames(files.table("relation-frames.tsv")),
  confidence: parseConfidenceWeights(files.table("event-confidence.tsv")),
  roles: openRoleModel(files),
  pairs: readWeights(files, "event-pairs.tsv"),
  worth: readWeights(files, "event-worth.tsv"),
});

/** The events of a document with all they were settled from. */
interface Told {
  readonly passages: readonly Passage[];
  readonly settled: readonly Settled[];
  readonly casualties: ReadonlyMap<ToldEvent, readonly CasualtyReport[]>;
}

/** Rules first; then who took part, which tellings are of one event, and which are told in passing, by learned weights. */
function settleAll(found: Found, tables: CoderTables, textSha256: string): Told {
  const cast = castRoles(found, tellDocument(found, tables.triggers), tables.roles);
  const joined = { ...cast, told: joinEvents(cast.told, tables.pairs) };
  const { settled, casualties } = settleDocument(found.reading, joined, tables.confidence, textSha256);
  return { passages: cast.passages, settled: findParts(keepTold(found, settled, tables.worth)), casualties };
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
  const tables = openTables(files);
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
