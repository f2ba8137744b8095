import { parseTable } from "../record/index.ts";

export type ClassFamilies = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads `tables/class-families.tsv`. */
export function parseClassFamilies(tsv: string): ClassFamilies {
  const families = new Map<string, Set<string>>();
  for (const { cells } of parseTable("class-families.tsv", tsv).rows) {
    const name = cells.class ?? "";
    families.set(name, (families.get(name) ?? new Set()).add(cells.family ?? ""));
  }
  return families;
}

export type ClassLevel = "same class" | "same family" | "another family";

/** A class that the table does not know is a family of its own. */
export function compareClasses(families: ClassFamilies, a: string, b: string): ClassLevel {
  if (a === b) return "same class";
  const others = families.get(b);
  const shared = [...(families.get(a) ?? [])].some((family) => others?.has(family));
  return shared ? "same family" : "another family";
}
