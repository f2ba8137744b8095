/**
 * What is lit on the page, as one word: "event:e1", "event:e1/date" (one field of it), "claim:3", "fault:2", "row:ID".
 */
export type Key = string;

/** "event:e1/date" → "event:e1". */
export const wholeOf = (key: Key): Key => (key.startsWith("event:") ? (key.split("/")[0] ?? key) : key);

/** "claim:3" → ["claim", "3"]. */
export const partsOfKey = (key: Key): readonly [string, string] => {
  const colon = key.indexOf(":");
  return [key.slice(0, colon), wholeOf(key).slice(colon + 1)];
};

/** What can be marked in the article. */
export type Layer = "claims" | "events" | "faults";

export const LAYER_PREFIX: Readonly<Record<Layer, string>> = { claims: "claim:", events: "event:", faults: "fault:" };

const LAYERS: readonly Layer[] = ["claims", "events", "faults"];

export const layerOf = (key: Key): Layer | null => LAYERS.find((layer) => key.startsWith(LAYER_PREFIX[layer])) ?? null;
