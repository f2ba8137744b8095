import { expect, test } from "vitest";
import { placesIn, told } from "./opened.ts";

/** What the room was asked for name by name, in sentences of our own, and every mention found in them. */
const LISTED: readonly (readonly [string, readonly string[]])[] = [
  // Countries of today and yesterday, and their adjectives.
  ["She left Burma in 1988.", ["Burma=1327865/country"]],
  ["She fled the USSR in 1980.", ["USSR=2017370/country"]],
  ["The U.S.S.R. fell.", ["U.S.S.R.=2017370/country"]],
  ["A Soviet officer spoke.", ["Soviet=2017370/country"]],
  ["Rallies filled Czechoslovakia.", ["Czechoslovakia=3077311/country"]],
  ["A Czechoslovak envoy and a Yugoslav one met.", ["Czechoslovak=3077311/country", "Yugoslav=6290252/country"]],
  ["A raid in the West Bank failed.", ["West Bank=285153/admin1"]],
  ["A Kazakh and a Georgian spoke.", ["Kazakh=1522867/country", "Georgian=614540/country"]],
  // Towns by former names and from other scripts.
  ["He left Alma-Ata for Leningrad.", ["Alma-Ata=1526384/city", "Leningrad=498817/city"]],
  ["He left Semipalatinsk for Aktyubinsk.", ["Semipalatinsk=1519422/city", "Aktyubinsk=610611/city"]],
  ["He left Saigon for Bombay.", ["Saigon=1566083/city", "Bombay=1275339/city"]],
  ["Shipyards in Nikolayev were struck.", ["Nikolayev=700569/city"]],
  ["A drone hit Mykolaiv.", ["Mykolaiv=700569/city"]],
  ["Buses left Kirovohrad.", ["Kirovohrad=705812/city"]],
  ["Ships left Port-au-Prince.", ["Port-au-Prince=3718426/city"]],
  // Regions of our own table.
  ["The North Caucasus is calm.", ["North Caucasus=North Caucasus/region"]],
  ["The Volga-Ural region is calm.", ["Volga-Ural region=Volga-Ural region/region"]],
  ["The Sahel is dry.", ["Sahel=Sahel/region"]],
  ["The Fergana Valley is green.", ["Fergana Valley=Fergana Valley/region"]],
  ["They fought for the Donbas.", ["Donbas=Donbas/region"]],
  ["Central Asia is wide.", ["Central Asia=Central Asia/region"]],
  ["The Gulf countries met.", ["Gulf countries=Gulf countries/region"]],
  // Parks, mountains, rivers, seas.
  ["Rangers of Virunga National Park fled.", ["Virunga National Park=Virunga National Park/site"]],
  ["Raiders came down from Mount Elgon.", ["Mount Elgon=Mount Elgon/region"]],
  ["They hid on Mount Kilimanjaro.", ["Mount Kilimanjaro=Mount Kilimanjaro/region"]],
  ["They hid in the Marra Mountains.", ["Marra Mountains=Marra Mountains/region"]],
  ["Fishermen of Lake Victoria fought.", ["Lake Victoria=Lake Victoria/region"]],
  ["The Dniester froze.", ["Dniester=Dniester/region"]],
  ["A ship sank in the Black Sea.", ["Black Sea=Black Sea/region"]],
  ["A ship sank in the Strait of Malacca.", ["Strait of Malacca=Strait of Malacca/region"]],
  // Abbreviations.
  ["U.S. envoys met.", ["U.S.=6252001/country"]],
  ["Envoys of the UAE met.", ["UAE=290557/country"]],
  ["D.C. police came.", ["D.C.=4138106/admin1"]],
  // The words beside the name.
  ["The city of Aktobe is calm.", ["Aktobe=610611/city"]],
  ["Aktobe region is calm.", ["Aktobe=610688/admin1"]],
  ["Aktobe oblast is calm.", ["Aktobe=610688/admin1"]],
  ["Hebei province is calm.", ["Hebei=1808773/admin1"]],
  ["Nariño department is calm.", ["Nariño=3674021/admin1"]],
  ["The department of Nariño in Colombia is calm.", ["Nariño=3674021/admin1", "Colombia=3686110/country"]],
  ["Nariño department of Colombia is calm.", ["Nariño=3674021/admin1", "Colombia=3686110/country"]],
  ["Homs governorate is calm.", ["Homs=169575/admin1"]],
  ["Temir district is calm.", ["Temir=Temir Aūdany/admin2"]],
  ["TRIPOLI, Libya (AP)", ["TRIPOLI=2210247/city", "Libya=2215636/country"]],
  ["They met on the Turkish-Syrian border.", ["Turkish=298795/country", "Syrian=163843/country"]],
];

test.each(LISTED)("%s", (text, expected) => {
  expect(placesIn(text).map(told)).toEqual(expected);
});

test.each([
  ["They climbed Mount Vernix in Kenya.", ["Kenya"]],
  ["They crossed Lake Georgia by night.", []],
  ["They crossed the Gulf of Peru.", []],
  ["They crossed the Lebanon Mountains.", []],
  ["They crossed the Jordan Valley.", []],
])("a landform that the gazetteer lacks is not its namesake: %s", (text, expected) => {
  expect(placesIn(text).map((mention) => mention.text)).toEqual(expected);
});

test.each([
  ["Police in Kostroma district, Kostroma region, held two.", ["Kostroma=Kostroma/admin2", "Kostroma=543871/admin1"]],
  ["Kostroma district is calm.", ["Kostroma=Kostroma/admin2"]],
  [
    "Puno province of Peru is calm, Puno department too.",
    ["Puno=Provincia de Puno/admin2", "Peru=3932488/country", "Puno=3931275/admin1"],
  ],
  ["Lisbon district is calm.", ["Lisbon=2267056/admin1"]],
  ["Cluj county is calm.", ["Cluj=681291/admin1"]],
])("a district is second level, unless the country calls its first so: %s", (text, expected) => {
  expect(placesIn(text).map(told)).toEqual(expected);
});
