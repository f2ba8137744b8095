import { packageResources } from "../../src/desk/resources.ts";
import { openPlaces, type PlaceMention } from "../../src/places/index.ts";
import { openText } from "../../src/text/index.ts";

const text = openText(packageResources);
const places = openPlaces(packageResources);

/** Place mentions of a text, through the whole chain. */
export const placesIn = (words: string, homeCountry: string | null = null): readonly PlaceMention[] =>
  places.read(text.read(words), { homeCountry });

/** "Aktobe=610688/admin1": what a mention says, its GeoNames id (or name, where there is none) and its precision. */
export const told = (mention: PlaceMention): string =>
  `${mention.text}=${mention.place?.geonameId ?? mention.place?.name ?? "?"}/${mention.place?.precision ?? "site"}`;
