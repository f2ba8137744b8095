import { describe, expect, test } from "vitest";
import { placesIn } from "./opened.ts";

/** Text, then each mention with the precision that its words give it. */
const MENTIONS: readonly (readonly [string, readonly string[]])[] = [
  ["Gunmen raided a depot in Aktobe region. Shops in Aktobe stayed open.", ["Aktobe admin1", "Aktobe city"]],
  ["Police in Atyrau said two men from Atyrau region were held.", ["Atyrau city", "Atyrau admin1"]],
  ["The governor of Pavlodar region flew to Pavlodar.", ["Pavlodar admin1", "Pavlodar city"]],
  ["Miners struck in Karaganda; the unrest reached all of Karaganda region.", ["Karaganda city", "Karaganda admin1"]],
  ["Troops left Zhambyl region for Taraz.", ["Zhambyl admin1", "Taraz city"]],
  ["Ten were hurt in Kyzylorda region, none in Kyzylorda itself.", ["Kyzylorda admin1", "Kyzylorda city"]],
  ["Floods hit Kostanay region and the city of Kostanay.", ["Kostanay admin1", "Kostanay city"]],
  ["A bomb went off in the city of Osh, the centre of Osh region.", ["Osh city", "Osh admin1"]],
  ["Batken region borders Sughd region of Tajikistan.", ["Batken admin1", "Sughd admin1", "Tajikistan country"]],
  ["Shelling was heard in Homs province and in Homs.", ["Homs admin1", "Homs city"]],
  ["Aleppo province is wider than Aleppo.", ["Aleppo admin1", "Aleppo city"]],
  ["Fighters entered Idlib from Idlib province.", ["Idlib city", "Idlib admin1"]],
  ["Rebels hold parts of Deraa province; Deraa is under siege.", ["Deraa admin1", "Deraa city"]],
  ["Two died in Kandahar province, a third in Kandahar.", ["Kandahar admin1", "Kandahar city"]],
  ["The road from Ghazni to Kabul crosses Ghazni province.", ["Ghazni city", "Kabul city", "Ghazni admin1"]],
  ["Farah province fell in a day, Farah in an hour.", ["Farah admin1", "Farah city"]],
  ["An officer was shot in Kunduz; Kunduz province is tense.", ["Kunduz city", "Kunduz admin1"]],
  ["Herders fled Kerman province for Yazd.", ["Kerman admin1", "Yazd city"]],
  ["Guards were hit in Isfahan province and in Shiraz.", ["Isfahan admin1", "Shiraz city"]],
  ["The strike began in Kano and spread over Kano State.", ["Kano city", "Kano State admin1"]],
  ["Kaduna State sent police to Kaduna.", ["Kaduna State admin1", "Kaduna city"]],
  ["Villages of Sokoto State were burned; Sokoto is quiet.", ["Sokoto State admin1", "Sokoto city"]],
  ["Gombe State closed the schools of Gombe.", ["Gombe State admin1", "Gombe city"]],
  ["A convoy left Bauchi for Plateau State.", ["Bauchi city", "Plateau State admin1"]],
  ["Soldiers reached San Miguel department, then San Miguel.", ["San Miguel admin1", "San Miguel city"]],
  ["The department of La Libertad in El Salvador was calm.", ["La Libertad admin1", "El Salvador country"]],
  ["In the department of Santander, Colombia, a judge was killed.", ["Santander admin1", "Colombia country"]],
  [
    "Rebels hit the department of Cauca in Colombia and the city of Popayán.",
    ["Cauca admin1", "Colombia country", "Popayán city"],
  ],
  [
    "The department of Ayacucho in Peru mourned; in Ayacucho shops closed.",
    ["Ayacucho admin1", "Peru country", "Ayacucho city"],
  ],
  ["The department of Puno in Peru has its seat in Puno.", ["Puno admin1", "Peru country", "Puno city"]],
  ["Marchers left Cuzco, Peru, for the department of Apurímac.", ["Cuzco city", "Peru country", "Apurímac admin1"]],
  ["Mendoza province in Argentina is ruled from Mendoza.", ["Mendoza admin1", "Argentina country", "Mendoza city"]],
  [
    "Córdoba province, Argentina, sent aid to Tucumán province.",
    ["Córdoba admin1", "Argentina country", "Tucumán admin1"],
  ],
  ["Donetsk oblast and the city of Donetsk were shelled.", ["Donetsk admin1", "Donetsk city"]],
  ["Kharkiv region lost power; Kharkiv did not.", ["Kharkiv admin1", "Kharkiv city"]],
  ["Odesa region is next to Moldova.", ["Odesa admin1", "Moldova country"]],
  ["Kherson region was evacuated, and Kherson with it.", ["Kherson admin1", "Kherson city"]],
  ["Rostov region took refugees; Rostov-on-Don took most.", ["Rostov admin1", "Rostov-on-Don city"]],
  ["Samara region and the town of Tolyatti voted.", ["Samara admin1", "Tolyatti city"]],
  ["Saratov region is south of Samara.", ["Saratov admin1", "Samara city"]],
  ["Penza region joined; Penza did not.", ["Penza admin1", "Penza city"]],
  ["Tula region makes arms in Tula.", ["Tula admin1", "Tula city"]],
  ["A blast in Bryansk region killed two near Bryansk.", ["Bryansk admin1", "Bryansk city"]],
  ["The raid was in Kursk region, far from Kursk.", ["Kursk admin1", "Kursk city"]],
  ["Samarkand region borders the city of Samarkand.", ["Samarkand admin1", "Samarkand city"]],
  ["Andijan region was closed after shots in Andijan.", ["Andijan admin1", "Andijan city"]],
  ["Namangan region is in Uzbekistan.", ["Namangan admin1", "Uzbekistan country"]],
  ["Adana province in Turkey has its seat in Adana.", ["Adana admin1", "Turkey country", "Adana city"]],
  ["Van province in Turkey saw clashes.", ["Van admin1", "Turkey country"]],
  ["Mersin province, Turkey, sent doctors to Hatay province.", ["Mersin admin1", "Turkey country", "Hatay admin1"]],
  ["A mine hit a truck in Kidal region, north of Kidal.", ["Kidal admin1", "Kidal city"]],
  ["Mopti region in Mali is poor; Mopti is a port.", ["Mopti admin1", "Mali country", "Mopti city"]],
  ["Ségou region borders Mopti region.", ["Ségou admin1", "Mopti admin1"]],
  ["Clashes in Laurel County, Kentucky, left one hurt.", ["Laurel County admin2", "Kentucky admin1"]],
  ["Granville County, North Carolina, has a new sheriff.", ["Granville County admin2", "North Carolina admin1"]],
  ["Harris County, Texas, includes Houston.", ["Harris County admin2", "Texas admin1", "Houston city"]],
  ["Cook County lies around Chicago, Illinois.", ["Cook County admin2", "Chicago city", "Illinois admin1"]],
  [
    "Rapides Parish in Louisiana sent a crew to Alexandria.",
    ["Rapides Parish admin2", "Louisiana admin1", "Alexandria city"],
  ],
  ["Harris and Galveston counties, Texas, were flooded.", ["Harris admin2", "Galveston admin2", "Texas admin1"]],
  ["Osh and Batken regions closed their schools.", ["Osh admin1", "Batken admin1"]],
  ["Homs and Aleppo provinces lost power.", ["Homs admin1", "Aleppo admin1"]],
  ["The Kizlyar district of Dagestan was sealed off.", ["Kizlyar admin2", "Dagestan admin1"]],
  ["Temir district in Aktobe region lost its bridge.", ["Temir admin2", "Aktobe admin1"]],
  ["Militants hid in the Khasavyurt district of Dagestan.", ["Khasavyurt admin2", "Dagestan admin1"]],
  ["The Shatoy district of Chechnya is mountainous.", ["Shatoy admin2", "Chechnya admin1"]],
  [
    "Kazakhstan and Kyrgyzstan closed the border with Uzbekistan.",
    ["Kazakhstan country", "Kyrgyzstan country", "Uzbekistan country"],
  ],
  ["Somalia thanked Kenya and Ethiopia.", ["Somalia country", "Kenya country", "Ethiopia country"]],
  ["Iraq, Syria and Lebanon condemned it.", ["Iraq country", "Syria country", "Lebanon country"]],
  ["The Kazakh and Russian ministers met.", ["Kazakh country", "Russian country"]],
  ["A Colombian judge and a Peruvian priest were freed.", ["Colombian country", "Peruvian country"]],
  ["Peace in the North Caucasus is fragile.", ["North Caucasus region"]],
  ["The Volga-Ural region has many mosques.", ["Volga-Ural region region"]],
  ["Arms flow over the Sahel and the Horn of Africa.", ["Sahel region", "Horn of Africa region"]],
  ["The Fergana Valley is shared by three states of Central Asia.", ["Fergana Valley region", "Central Asia region"]],
  ["Donbas was named often in Europe.", ["Donbas region", "Europe region"]],
  ["Gulf states and the Middle East at large watched.", ["Gulf states region", "Middle East region"]],
  ["Piracy fell in the Gulf of Aden and the Arabian Sea.", ["Gulf of Aden region", "Arabian Sea region"]],
  ["The Balkans and the Baltic states differ.", ["Balkans region", "Baltic states region"]],
  ["Gangs rule parts of Latin America and the Caribbean.", ["Latin America and the Caribbean region"]],
  ["Rebels hid in the Hindu Kush and the Pamirs.", ["Hindu Kush region", "Pamirs region"]],
  ["Grozny, Makhachkala and Nalchik lie there.", ["Grozny city", "Makhachkala city", "Nalchik city"]],
  ["Mosul, Kirkuk and Erbil were linked by road.", ["Mosul city", "Kirkuk city", "Erbil city"]],
  ["Medellín, Cali and Bogotá voted.", ["Medellín city", "Cali city", "Bogotá city"]],
  ["In Lima and in Arequipa the banks closed.", ["Lima city", "Arequipa city"]],
  [
    "Shots were fired on Orchard Street in Springfield, Illinois.",
    ["Orchard Street site", "Springfield city", "Illinois admin1"],
  ],
  ["The fire began at 14 Mill Road.", ["Mill Road site"]],
  ["The plane landed at Heathrow Airport.", ["Heathrow Airport site"]],
  ["Lahore district and the city of Lahore were searched.", ["Lahore admin2", "Lahore city"]],
  ["The village of Beslan lies in North Ossetia.", ["Beslan city", "North Ossetia admin1"]],
  ["Anbar province in Iraq fell; Ramadi did not.", ["Anbar admin1", "Iraq country", "Ramadi city"]],
  ["Helmand province, Afghanistan, grows most of it.", ["Helmand admin1", "Afghanistan country"]],
  ["Marib governorate in Yemen was bombed.", ["Marib admin1", "Yemen country"]],
  ["Hama governorate sent buses to Hama.", ["Hama admin1", "Hama city"]],
];

const EXPECTED = MENTIONS.flatMap(([text, mentions]) =>
  mentions.map((mention) => {
    const cut = mention.lastIndexOf(" ");
    return { text, name: mention.slice(0, cut), precision: mention.slice(cut + 1) };
  }),
);

const precisionOf = (text: string, name: string, nth: number): string => {
  const found = placesIn(text).filter((mention) => mention.text === name)[nth];
  return found === undefined ? "not found" : (found.place?.precision ?? "site");
};

describe("the precision of a mention is that of the words, not of the best-known namesake", () => {
  const wrong = EXPECTED.flatMap(({ text, name, precision }, i) => {
    const nth = EXPECTED.slice(0, i).filter((other) => other.text === text && other.name === name).length;
    const got = precisionOf(text, name, nth);
    return got === precision ? [] : [`${name} is ${got}, not ${precision}: ${text}`];
  });

  test(`of ${EXPECTED.length} mentions at least nine in ten are right`, () => {
    expect(wrong.length / EXPECTED.length, wrong.join("\n")).toBeLessThanOrEqual(0.1);
  });
});
