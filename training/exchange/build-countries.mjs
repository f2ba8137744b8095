// Builds tables/countries.tsv from CLDR (codes and English names) and the spellings below, which conflict datasets use.
// Run: npm ci --prefix training/gazetteer && node training/exchange/build-countries.mjs > tables/countries.tsv
import { readFileSync } from "node:fs";

const cldr = (path) => JSON.parse(readFileSync(new URL(`../gazetteer/node_modules/${path}`, import.meta.url), "utf8"));
const codes = cldr("cldr-core/supplemental/codeMappings.json").supplemental.codeMappings;
const names = cldr("cldr-localenames-full/main/en/territories.json").main.en.localeDisplayNames.territories;

const SPELLINGS = {
  BA: "Bosnia-Herzegovina|Bosnia and Herzegovina",
  BO: "Bolivia (Plurinational State of)",
  BN: "Brunei",
  CD: "DR Congo|Democratic Republic of Congo|Democratic Republic of the Congo|Zaire",
  CG: "Republic of Congo|Republic of the Congo|Congo",
  CI: "Ivory Coast|Cote d'Ivoire",
  CV: "Cape Verde|Cabo Verde",
  CZ: "Czech Republic|Czechia",
  GB: "United Kingdom|Great Britain",
  HK: "Hong Kong",
  KP: "North Korea",
  KR: "South Korea",
  KH: "Kampuchea",
  KG: "Kyrgyz Republic",
  LA: "Laos",
  MD: "Moldova",
  MG: "Malagasy",
  MK: "Macedonia|Macedonia, FYR|North Macedonia",
  MM: "Burma|Myanmar",
  MO: "Macau",
  PS: "Palestine|West Bank and Gaza Strip|Occupied Palestinian Territory|Gaza Strip|West Bank",
  RS: "Serbia",
  RU: "Russia|Soviet Union|Russian Federation",
  SK: "Slovak Republic",
  ST: "Sao Tome and Principe",
  SY: "Syrian Arab Republic",
  SZ: "Swaziland|Kingdom of eSwatini|eSwatini|Eswatini",
  TL: "East Timor|Timor-Leste",
  TR: "Turkey|Turkiye",
  TZ: "Tanzania",
  US: "United States of America|United States",
  VA: "Vatican City",
  VN: "Vietnam",
  ZW: "Rhodesia",
};
// FIPS codes that stand for a part of a country with an ISO code of its own elsewhere in the list, or for a former one.
const FIPS_MORE = {
  CW: "UC",
  SX: "NN",
  BL: "TB",
  MF: "RN",
  BQ: "NT",
  PS: "GZ|WE",
  RS: "RI",
  ME: "MJ",
  XK: "KV",
  SS: "OD",
  CD: "CG",
};

const rows = Object.keys(codes)
  .filter(
    (iso) =>
      /^[A-Z]{2}$/.test(iso) &&
      codes[iso]._numeric &&
      names[iso] &&
      (Number(codes[iso]._numeric) < 900 || iso === "XK"),
  )
  .sort()
  .map((iso) => {
    const { _numeric, _alpha3, _fips10 } = codes[iso];
    const spellings = [...new Set([names[iso], ...(SPELLINGS[iso] ?? "").split("|")])].filter((name) => name !== "");
    const fips = FIPS_MORE[iso] ?? _fips10 ?? iso;
    return [iso, iso === "XK" ? "XKX" : _alpha3, Number(_numeric), fips, spellings.join("|")].join("\t");
  });

process.stdout.write(`# Countries as datasets write them: ISO 3166 codes, FIPS 10-4 codes (GDELT's places), English names and spellings.
# Source: CLDR (Unicode-3.0 licence) through the packages cldr-core and cldr-localenames-full; spellings our own list.
# Made by training/exchange/build-countries.mjs. Several codes or names in one cell are parted by "|".
iso\tiso3\tnumeric\tfips\tnames
${rows.join("\n")}
`);
