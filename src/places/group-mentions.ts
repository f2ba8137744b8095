import type { PlacePrecision } from "../record/index.ts";
import type { PlaceReading } from "./gazetteer.ts";
import type { Toponym } from "./toponym.ts";

/** Mentions that mean one place: the same name, the same stated kind, the same stated container. */
export interface Group {
  readonly mentions: readonly Toponym[];
  readonly kind: PlacePrecision | null;
  readonly container: Group | null;
  readonly readings: readonly PlaceReading[];
}

const keyOf = (toponym: Toponym): string => `${toponym.normal}|${toponym.use}|${toponym.kind ?? ""}`;

/** Groups in text order. A name with two stated containers ("Paris, Texas" and "Paris, France") is two groups. */
export function groupMentions(
  toponyms: readonly Toponym[],
  containers: ReadonlyMap<Toponym, Toponym>,
): ReadonlyMap<Toponym, Group> {
  const byKey = new Map<string, Toponym[]>();
  for (const toponym of toponyms) byKey.set(keyOf(toponym), [...(byKey.get(keyOf(toponym)) ?? []), toponym]);
  const groups = new Map<Toponym, Group>();
  const groupOf = (toponym: Toponym, depth: number): Group => {
    const had = groups.get(toponym);
    if (had !== undefined) return had;
    const same = byKey.get(keyOf(toponym))!;
    const stated = (t: Toponym): Toponym | undefined => containers.get(t);
    const first = same.find((t) => stated(t) !== undefined);
    const wanted = stated(toponym)?.normal ?? (first && stated(first)!.normal) ?? null;
    const mentions = same.filter((t) => (stated(t)?.normal ?? (first && stated(first)!.normal) ?? null) === wanted);
    const witness = mentions.map(stated).find((t) => t !== undefined);
    const container =
      witness === undefined || depth > 3 || keyOf(witness) === keyOf(toponym) ? null : groupOf(witness, depth + 1);
    const group: Group = { mentions, kind: toponym.kind, container, readings: toponym.readings };
    for (const mention of mentions) groups.set(mention, group);
    return group;
  };
  for (const toponym of toponyms) groupOf(toponym, 0);
  return groups;
}
