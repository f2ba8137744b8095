export type { ActorMention, WeaponMention } from "./actor-mention.ts";
export type { ActorReader } from "./actor-reader.ts";
export type { Attribution, AttributionClass } from "./attribution.ts";
export { ATTRIBUTION_CLASSES } from "./attribution.ts";
export type { CasualtyKind, CasualtyReport } from "./casualty-report.ts";
export { openActors } from "./open-actors.ts";
