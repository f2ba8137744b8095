import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import {
  type Gazetteer,
  kilometresBetween,
  type NameRow,
  normalName,
  openGazetteer,
  type PlaceRow,
  writeGazetteer,
} from "../../src/places/index.ts";

const shipped = openGazetteer(packageResources.model("gazetteer.bin"));

const row = (name: string, rest: Partial<PlaceRow> = {}): PlaceRow => ({
  geonameId: null,
  name,
  lat: 1.5,
  lon: -2.25,
  country: null,
  admin1: null,
  admin2: null,
  feature: "PPL",
  population: 0,
  radiusKm: 0,
  ...rest,
}); // prettier-ignore

const SMALL_PLACES = [
  row("Ruritania", { geonameId: 7, country: "RU", feature: "PCLI", radiusKm: 90 }),
  row("Strelsau Province", { country: "RU", feature: "ADM1" }),
  row("Strelsau", { geonameId: 9, country: "RU", admin1: 1, population: 4000, feature: "PPLC" }),
  row("Strelsau", { geonameId: 11, country: "DE", population: 70 }),
];
const SMALL_NAMES: NameRow[] = [
  { name: "ruritania", place: 0, kind: "name" },
  { name: "ruritanian", place: 0, kind: "demonym" },
  { name: "strelsau", place: 3, kind: "name" },
  { name: "strelsau", place: 2, kind: "name" },
  { name: "strelsau province", place: 1, kind: "name" },
];
const small = openGazetteer(writeGazetteer(SMALL_PLACES, SMALL_NAMES, "test"));

function keepsGazetteerContract(called: string, gazetteer: Gazetteer, known: string): void {
  describe(`the ${called} gazetteer`, () => {
    test("answers an unknown name with no reading, not a near one", () => {
      for (const name of ["Xyzzyville", "", " ", "Aktobeeee", "x".repeat(5000), "\u0000", "🌍"]) {
        expect(gazetteer.readings(name)).toEqual([]);
      }
    });
    test("does not mind case, accents and hyphens", () => {
      const ids = (name: string) => gazetteer.readings(name).map((reading) => reading.place.index);
      expect(ids(known).length).toBeGreaterThan(0);
      expect(ids(known.toUpperCase())).toEqual(ids(known));
      expect(ids(known.replaceAll(" ", "-"))).toEqual(ids(known));
    });
    test("gives the same place as the same object", () => {
      expect(gazetteer.readings(known)[0]!.place).toBe(gazetteer.readings(known)[0]!.place);
    });
    test("ranks readings by demonym, then inhabitants", () => {
      const rank = gazetteer
        .readings(known)
        .map((r) => (r.kind === "demonym" ? Number.POSITIVE_INFINITY : r.place.population));
      expect(rank).toEqual([...rank].sort((a, b) => b - a));
    });
    test("never takes more tokens than there are", () => {
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom("san", "new", "york", "la", "-", "", "strelsau", "province"), { maxLength: 6 }),
          (norms) => {
            for (let at = 0; at <= norms.length; at++) {
              expect(gazetteer.longestName(norms, at)).toBeLessThanOrEqual(Math.max(0, norms.length - at));
            }
          },
        ),
        { numRuns: 100, seed: 3 },
      );
    });
  });
}

keepsGazetteerContract("shipped", shipped, "San Salvador");
keepsGazetteerContract("smallest", small, "Strelsau Province");

test("what is written is read back", () => {
  expect(small.size).toEqual({ places: 4, names: 4 });
  expect(small.readings("Strelsau").map((r) => r.place.geonameId)).toEqual([9, 11]);
  expect(small.readings("ruritanian")[0]).toMatchObject({
    kind: "demonym",
    place: { name: "Ruritania", precision: "country" },
  });
  expect(small.country("RU")).toMatchObject({ geonameId: 7, radiusKm: 90, lat: 1.5, lon: -2.25 });
  expect(small.country("XX")).toBeNull();
  expect(small.division(small.readings("Strelsau")[0]!.place, 1)?.name).toBe("Strelsau Province");
  expect(small.division(small.readings("Strelsau")[0]!.place, 2)).toBeNull();
  expect(small.longestName(["strelsau", "province", "fell"], 0)).toBe(2);
});

test("the same rows make the same bytes", () => {
  expect(writeGazetteer(SMALL_PLACES, SMALL_NAMES, "test")).toEqual(writeGazetteer(SMALL_PLACES, SMALL_NAMES, "test"));
});

test("bytes that are no gazetteer are refused", () => {
  expect(() => openGazetteer(new Uint8Array(64))).toThrow("not a gazetteer file");
});

test("a file that does not begin on a 4-byte boundary opens all the same", () => {
  const bytes = writeGazetteer(SMALL_PLACES, SMALL_NAMES, "test");
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(openGazetteer(shifted.subarray(1)).readings("Ruritania")).toHaveLength(1);
});

test.each([
  ["São Tomé", "sao tome"],
  ["Sana'a", "sanaa"],
  ["N’Djamena", "ndjamena"],
  ["St. Louis", "st louis"],
  ["Diyarbakır", "diyarbakir"],
  ["Łódź", "lodz"],
  ["Ақтөбе", "ақтөбе"],
  ["Alma-Ata", "alma ata"],
])("%s is kept as %s", (name, normal) => expect(normalName(name)).toBe(normal));

test.each(["Kazakh", "Afghan", "Iraqi", "Colombian"])("%s is a people's name first", (name) => {
  expect(shipped.readings(name)[0]?.kind).toBe("demonym");
});

test("a province has its own id and an area, its capital another and none", () => {
  const readings = shipped.readings("Aktobe").map((reading) => reading.place);
  expect(readings.find((place) => place.precision === "admin1")).toMatchObject({ geonameId: 610688, country: "KZ" });
  expect(readings.find((place) => place.precision === "admin1")!.radiusKm).toBeGreaterThan(100);
  expect(readings.find((place) => place.precision === "city")).toMatchObject({
    geonameId: 610611,
    radiusKm: 0,
    admin1: "Aktobe",
  });
});

test("distances are great circles", () => {
  const paris = { lat: 48.8566, lon: 2.3522 };
  expect(kilometresBetween(paris, { lat: 51.5074, lon: -0.1278 })).toBeCloseTo(343.6, 0);
  expect(kilometresBetween({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(Math.PI * 6371.009, 3);
  expect(kilometresBetween({ lat: 10, lon: 179.5 }, { lat: 10, lon: -179.5 })).toBeCloseTo(109.5, 0);
  expect(kilometresBetween(paris, paris)).toBe(0);
});
