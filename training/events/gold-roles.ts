import type { Candidate } from "../../src/events/learned/candidate.ts";
import { ROLE_LABELS, type RoleLabel } from "../../src/events/learned/role-label.ts";

interface Filler {
  readonly strings?: readonly string[];
  readonly names?: readonly string[];
  readonly descriptions?: readonly string[];
}

interface Template {
  readonly perpIndividuals: readonly Filler[];
  readonly perpOrganizations: readonly Filler[];
  readonly physicalTargets: readonly Filler[];
  readonly humanTargets: readonly Filler[];
  readonly instruments: readonly Filler[];
}

/** One line of a MUC-4 key. */
export interface GoldDocument {
  readonly id: string;
  readonly templates: readonly Template[];
}

const SLOT: Readonly<Record<RoleLabel, keyof Template>> = {
  perpetrator: "perpIndividuals",
  "perpetrator-body": "perpOrganizations",
  target: "physicalTargets",
  victim: "humanTargets",
  weapon: "instruments",
};

/** Lower case, without articles and punctuation, as the scorer compares. */
const normal = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, "")
    .split(/\s+/)
    .filter((word) => word !== "" && !/^(?:a|an|the)$/.test(word))
    .join(" ");

const headOf = (words: string): string =>
  normal(words)
    .split(/ (?:of|in|at|on|from|with|for|by|to|near|who|which|that|where) /)[0]
    ?.split(" ")
    .at(-1) ?? "";

/** Wordings of a phrase: from any of its words on, to its head, its end or the end of its tail. */
function wordings(text: string, { passage: { tokens }, first, head, last, end }: Candidate): ReadonlySet<string> {
  const all = new Set<string>();
  for (const to of [head, last, end]) {
    for (let from = first; from <= head; from += 1) all.add(normal(text.slice(tokens[from]!.start, tokens[to]!.end)));
  }
  return all;
}

export type Verdict = "yes" | "no" | "open";

/**
 * For each of `ROLE_LABELS`: does the key have the phrase in that role? "open" where only the head word agrees, which
 * neither teaches that it is one nor that it is none.
 */
export function goldRoles(text: string, candidate: Candidate, { templates }: GoldDocument): readonly Verdict[] {
  const said = wordings(text, candidate);
  const { tokens } = candidate.passage;
  const head = headOf(text.slice(tokens[candidate.first]!.start, tokens[candidate.head]!.end));
  return ROLE_LABELS.map((label) => {
    const strings = templates
      .flatMap((template) => template[SLOT[label]])
      .flatMap(({ strings: listed, names = [], descriptions = [] }) => listed ?? [...names, ...descriptions]);
    if (strings.some((one) => said.has(normal(one)))) return "yes";
    return head !== "" && strings.some((one) => headOf(one) === head) ? "open" : "no";
  });
}
