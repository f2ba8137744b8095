import type { EventLike, Linker, Where } from "../linking/index.ts";
import type { CoverageCard, RecordRow } from "../record/index.ts";
import { daysShared, parseTable } from "../record/index.ts";
import type { Reason } from "./reason.ts";
import { reason } from "./reason.ts";

/** A country that a card covers, whole or by some of its divisions. */
export interface CoveredArea {
  readonly country: string;
  readonly divisions: readonly string[];
}

/** English country names to ISO 3166-1 alpha-2, in lower case. */
export type CountryNames = ReadonlyMap<string, string>;

/** Reads `tables/claim-country-names.tsv` and adds the names CLDR knows. */
export function parseCountryNames(tsv: string): CountryNames {
  const names = new Map<string, string>();
  const cldr = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = cldr.of(code);
    if (name !== undefined) names.set(name.toLowerCase(), code);
  }
  for (const { cells } of parseTable("claim-country-names.tsv", tsv).rows) {
    names.set((cells.name ?? "").toLowerCase(), cells.code ?? "");
  }
  return names;
}

/** "Kyrgyzstan: Osh, Batken; Uzbekistan. Not Kazakhstan." → two areas. Clauses that begin with "Not" leave out. */
export function parseArea(countries: CountryNames, area: string): readonly CoveredArea[] {
  return area
    .split(/[;.]/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "" && !/^(?:not|without|except)\b/i.test(clause))
    .flatMap((clause): CoveredArea[] => {
      const [head = "", tail] = clause.split(":");
      const split = (list: string): string[] =>
        list
          .split(/,|\band\b/)
          .map((part) => part.trim())
          .filter((part) => part !== "");
      if (tail !== undefined) {
        const country = countries.get(head.trim().toLowerCase());
        return country === undefined ? [] : [{ country, divisions: split(tail) }];
      }
      const whole = countries.get(clause.toLowerCase());
      if (whole !== undefined) return [{ country: whole, divisions: [] }];
      return split(clause).flatMap((name) => {
        const country = countries.get(name.toLowerCase());
        return country === undefined ? [] : [{ country, divisions: [] }];
      });
    });
}

/** The lowest number of dead that an inclusion rule asks for ("at least 25 deaths"), or null. */
export function deathsAskedFor(inclusionRule: string): number | null {
  const match =
    inclusionRule.match(
      /(?:at least|minimum of|no fewer than) (\d+) (?:\w+ )?(?:deaths?|dead|killed|fatalities|people killed)/i,
    ) ?? inclusionRule.match(/(\d+) or more (?:\w+ )?(?:deaths?|dead|killed|fatalities|people killed)/i);
  return match?.[1] === undefined ? null : Number(match[1]);
}

export interface Coverage {
  /** Why the record could not hold such an event, or null where it could. */
  keepsOut(event: EventLike): Reason | null;
  readonly kind: CoverageCard["kind"];
}

const inArea = (linker: Linker, areas: readonly CoveredArea[], place: Where): boolean =>
  areas.some((area) => {
    if (place.country !== null && place.country !== area.country) return false;
    if (area.divisions.length === 0) return place.country === area.country;
    if (place.precision === "country") return place.country === area.country;
    return area.divisions.some((division) =>
      [place.admin1, place.name].some((name) => name !== null && linker.samePlaceName(name, division)),
    );
  });

/** A record shows by its own rows that it covers a division, whatever the card calls it. */
const hasRowsThere = (rows: readonly RecordRow[], linker: Linker, place: Where): boolean =>
  rows.some(
    (row) =>
      row.country === place.country &&
      row.admin1 !== null &&
      place.admin1 !== null &&
      linker.samePlaceName(row.admin1, place.admin1),
  );

export function openCoverage(
  card: CoverageCard | null,
  rows: readonly RecordRow[],
  linker: Linker,
  countries: CountryNames,
): Coverage {
  const areas = card === null ? [] : parseArea(countries, card.area);
  const least = card === null ? null : deathsAskedFor(card.inclusionRule);
  const keepsOut = (event: EventLike): Reason | null => {
    if (card === null) return null;
    const window = { from: card.from, to: card.to };
    if (event.date !== null && daysShared(event.date, window) < 1) {
      return reason("outside-coverage", { coverage: `${card.from} to ${card.to}` });
    }
    const place = event.place;
    if (place !== null && areas.length > 0 && !inArea(linker, areas, place) && !hasRowsThere(rows, linker, place)) {
      return reason("outside-coverage", { coverage: card.area });
    }
    if (!card.classes.some((name) => linker.sameFamily(name, event.class))) {
      return reason("class-not-covered", { class: event.class });
    }
    const most = event.killed?.max ?? null;
    if (least !== null && most !== null && most < least) {
      return reason("below-inclusion-rule", { rule: card.inclusionRule });
    }
    return null;
  };
  return { keepsOut, kind: card?.kind ?? "convenience" };
}
