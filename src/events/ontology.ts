import { PLOVER_TYPES, type PloverType, parseTable } from "../record/index.ts";

/** The modes that each PLOVER type may take. */
export type Ontology = ReadonlyMap<PloverType, ReadonlySet<string>>;

export const isPloverType = (type: string): type is PloverType => PLOVER_TYPES.some((known) => known === type);

/** Reads `tables/ontology.tsv`. Rows of an unknown type are left to {@link checkTriggers} of the tables that use them. */
export function parseOntology(tsv: string): Ontology {
  const modes = new Map<PloverType, Set<string>>();
  for (const { cells } of parseTable("ontology.tsv", tsv).rows) {
    const type = cells.type ?? "";
    if (!isPloverType(type)) continue;
    const known = modes.get(type) ?? new Set<string>();
    if (cells.mode !== undefined && cells.mode !== "-") known.add(cells.mode);
    modes.set(type, known);
  }
  return modes;
}
