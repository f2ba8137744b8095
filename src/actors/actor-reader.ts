import type { Reading } from "../text/index.ts";
import type { ActorMention, WeaponMention } from "./actor-mention.ts";
import type { Attribution } from "./attribution.ts";
import type { CasualtyReport } from "./casualty-report.ts";

/** The actors room, its tables open. Every function is pure; results stand in order of the text. */
export interface ActorReader {
  mentions(reading: Reading): readonly ActorMention[];
  casualties(reading: Reading): readonly CasualtyReport[];
  attributions(reading: Reading): readonly Attribution[];
  weapons(reading: Reading): readonly WeaponMention[];
}
