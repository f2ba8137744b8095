import { PLOVER_TYPES, type PloverType, parseTable, type ResourceFiles } from "../../record/index.ts";

export const SCHEMES = ["polecat", "cameo", "acled", "gtd", "ucdp-ged", "muc4"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** A scheme's code for one of our incident classes, and what the code does not say; "": nothing is lost. */
export interface ClassCode {
  readonly scheme: Scheme;
  readonly incident: string;
  readonly code: string;
  readonly defect: string;
}

export interface PloverCode {
  readonly cameo: string;
  readonly type: PloverType;
  readonly mode: string | null;
  /** Is it the code to write for the type and mode? */
  readonly back: boolean;
  readonly defect: string;
}

/** From our classes to other schemes' codes, and between PLOVER and CAMEO; `null`: there is no code for it. */
export interface ClassCodes {
  readonly classCodes: readonly ClassCode[];
  readonly ploverCodes: readonly PloverCode[];
  codeOf(scheme: Scheme, incident: string): ClassCode | null;
  /** "1831" is read by its own row, "1832" by the row of "183". */
  ploverOf(cameo: string): PloverCode | null;
  /** The code of type and mode, else of the type. */
  cameoOf(type: PloverType, mode: string | null): PloverCode | null;
}

/** Opens `crosswalk-classes.tsv`, `acled-classes.tsv` and `crosswalk-plover-cameo.tsv`. */
export function openClassCodes(files: ResourceFiles): ClassCodes {
  const rows = (name: string) => parseTable(name, files.table(name)).rows.map(({ cells }) => cells);
  const acled = rows("acled-classes.tsv").map(
    (cells): ClassCode => ({
      scheme: "acled",
      incident: cells.class ?? "",
      code: cells.sub_event_type ?? "",
      defect: cells.loss ?? "",
    }),
  );
  const others = rows("crosswalk-classes.tsv").flatMap((cells): ClassCode[] => {
    const scheme = SCHEMES.find((known) => known === cells.scheme);
    if (scheme === undefined) return []; // told by the table's test
    return [{ scheme, incident: cells.class ?? "", code: cells.code ?? "", defect: cells.defect ?? "" }];
  });
  const ploverCodes = rows("crosswalk-plover-cameo.tsv").flatMap((cells): PloverCode[] => {
    const type = PLOVER_TYPES.find((known) => known === cells.type);
    if (type === undefined) return []; // likewise
    const mode = cells.mode === "-" || cells.mode === undefined ? null : cells.mode;
    return [{ cameo: cells.cameo ?? "", type, mode, back: cells.back === "yes", defect: cells.defect ?? "" }];
  });
  const classCodes = [...others, ...acled];
  const written = (type: PloverType, mode: string | null): PloverCode | undefined =>
    ploverCodes.find((one) => one.back && one.type === type && one.mode === mode);
  return {
    classCodes,
    ploverCodes,
    codeOf: (scheme, incident) => classCodes.find((one) => one.scheme === scheme && one.incident === incident) ?? null,
    ploverOf: (cameo) =>
      ploverCodes
        .filter((one) => cameo.startsWith(one.cameo))
        .reduce<PloverCode | null>(
          (longest, one) => (longest === null || one.cameo.length > longest.cameo.length ? one : longest),
          null,
        ),
    cameoOf: (type, mode) => written(type, mode) ?? written(type, null) ?? null,
  };
}
