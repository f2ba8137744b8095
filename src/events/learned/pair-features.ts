import { daysShared } from "../../record/index.ts";
import type { ToldEvent } from "../merge-tellings.ts";
import type { Part, Telling } from "../telling.ts";

const sentenceOf = (telling: Telling): number => telling.match.passage.sentence.index;
const paragraphOf = (telling: Telling): number => telling.match.passage.sentence.paragraph;

type Agreement = "yes" | "no" | "open";

function agree<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): Agreement {
  if (a.length === 0 || b.length === 0) return "open";
  return a.some((one) => b.some((other) => same(one, other))) ? "yes" : "no";
}

const partsOf = (event: ToldEvent, role: string): readonly Part[] =>
  event.tellings.flatMap((one) => one.parts).filter((part) => part.role === role);

const stem = (part: Part): string => part.headLemma.toLowerCase();

const sameWho = (one: Part, other: Part): boolean =>
  one.entity !== null && other.entity !== null
    ? one.entity === other.entity || stem(one) === stem(other)
    : stem(one) === stem(other);

const places = (event: ToldEvent) => event.tellings.flatMap((one) => one.place ?? []);

const gap = (n: number): string => (n === 0 ? "0" : n === 1 ? "1" : n <= 3 ? "2-3" : n <= 7 ? "4-7" : "8+");

/** What speaks for and against two events of a document being one; `earlier` begins first. */
export function pairFeatures(earlier: ToldEvent, later: ToldEvent): readonly string[] {
  const first = later.tellings[0]!;
  const last = earlier.tellings.at(-1)!;
  const { lead } = later;
  const date = agree(
    earlier.tellings.flatMap((one) => one.date ?? []),
    later.tellings.flatMap((one) => one.date ?? []),
    (a, b) => daysShared(a, b) > 0,
  );
  const place = agree(places(earlier), places(later), (a, b) => a.name === b.name);
  const country = agree(places(earlier), places(later), (a, b) => a.country === b.country);
  const [victim, target, perpetrator] = ["victim", "target", "perpetrator"].map((role) =>
    agree(partsOf(earlier, role), partsOf(later, role), sameWho),
  );
  const kinds = [earlier.lead.incident, lead.incident].sort().join("+");
  const pos = lead.match.trigger.pos;
  return [
    "any",
    `classes=${kinds}`,
    `class=${earlier.lead.incident === lead.incident}`,
    `date=${date}`,
    `place=${place}`,
    `country=${country}`,
    `victim=${victim}`,
    `target=${target}`,
    `perpetrator=${perpetrator}`,
    `who=${victim} ${target} ${perpetrator}`,
    `when and where=${date} ${place}`,
    `all=${date} ${place} ${victim === "yes" || target === "yes"}`,
    `gap=${gap(Math.max(0, sentenceOf(first) - sentenceOf(last)))}`,
    `paragraph=${paragraphOf(first) === paragraphOf(last)}`,
    `from the top=${sentenceOf(earlier.tellings[0]!) <= 1}`,
    `definite=${lead.definite} ${pos}`,
    `distinct=${lead.distinct}`,
    `kind=${lead.match.trigger.kind} after ${earlier.lead.match.trigger.kind}`,
    `stages=${earlier.lead.stage === lead.stage}`,
    `factuality=${earlier.lead.factuality} ${lead.factuality}`,
    `words=${earlier.lead.match.passage.tokens[earlier.lead.match.head]!.lemma === lead.match.passage.tokens[lead.match.head]!.lemma}`,
    `tellings=${Math.min(3, earlier.tellings.length)} ${Math.min(3, later.tellings.length)}`,
  ];
}
