export type { Gazetteer, NameKind, Place, PlaceReading } from "./gazetteer.ts";
export type { PlaceMention } from "./place-mention.ts";
