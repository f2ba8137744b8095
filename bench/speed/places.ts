import { packageResources } from "../../src/desk/resources.ts";
import { openGazetteer, openPlaces } from "../../src/places/index.ts";
import { openText } from "../../src/text/index.ts";
import type { Bench, BenchRow } from "./bench-row.ts";
import { sampleArticles } from "./bench-texts.ts";
import { medianFresh } from "./fresh-process.ts";
import { rate } from "./rate.ts";

const TEXTS = sampleArticles(40);
/** Known, unknown, ambiguous and long names in turn. */
const NAMES = [
  "Aktobe",
  "San Salvador",
  "Xyzzyville",
  "Paris",
  "Kabul Province",
  "Springfield",
  "Deir ez-Zor",
  "Nowhere at All",
];

function lookups(): number {
  const gazetteer = openGazetteer(packageResources.model("gazetteer.bin"));
  return rate(() => {
    for (let i = 0; i < 100_000; i++) gazetteer.readings(NAMES[i % NAMES.length]!);
    return 100_000;
  });
}

/** Articles a second through the chain up to places, and through the room of places alone. */
function articles(): { readonly chain: number; readonly alone: number } {
  const text = openText(packageResources);
  const places = openPlaces(packageResources);
  const readings = TEXTS.map((words) => text.read(words));
  const count = (read: () => void) =>
    rate(() => {
      read();
      return TEXTS.length;
    });
  return {
    chain: count(() => {
      for (const words of TEXTS) places.read(text.read(words));
    }),
    alone: count(() => {
      for (const reading of readings) places.read(reading);
    }),
  };
}

const MODULES =
  'const { packageResources } = await import("./src/desk/resources.ts"); const { openGazetteer } = await import("./src/places/index.ts");';

export const bench: Bench = {
  title: "Places: the gazetteer, and articles read up to their places (one core)",
  measure(): BenchRow[] {
    const opening = medianFresh(
      'globalThis.kept = openGazetteer(packageResources.model("gazetteer.bin")); kept.readings("Aktobe");',
      MODULES,
    );
    const { chain, alone } = articles();
    return [
      {
        what: "opening the gazetteer (file read, unpacked, first name asked)",
        value: opening.ms,
        unit: "ms",
        bar: { of: "value", at: 300, atMost: true },
      },
      {
        what: "memory of the opened gazetteer",
        value: opening.mb,
        unit: "MB",
        bar: { of: "value", at: 150, atMost: true },
      },
      { what: "names looked up", value: lookups(), unit: "lookups/s", bar: { of: "value", at: 1_000_000 } },
      { what: "articles, whole chain up to places", value: chain, unit: "articles/s", bar: { of: "value", at: 30 } },
      { what: "articles, the room of places alone", value: alone, unit: "articles/s" },
    ];
  },
};
