import { openGazetteer } from "../places/index.ts";
import type { FindDivision } from "./pattern-table.ts";
import { packageResources } from "./resources.ts";

/** First-level divisions by name (and ISO country code, where the table gives one), from the gazetteer that ships. */
export function divisionFinder(): FindDivision {
  const gazetteer = openGazetteer(packageResources.model("gazetteer.bin"));
  return (name, country) => {
    const found = gazetteer
      .readings(name)
      .map(({ place }) => place)
      .filter((place) => place.precision === "admin1" && (country === "" || place.country === country.toUpperCase()));
    // A name that two countries use says nothing without the country.
    return found.length === 1 ? found[0]! : null;
  };
}
