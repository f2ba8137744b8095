import type { Token } from "../reading.ts";

/** Dependents of each token, from the left. */
export type Dependents = readonly (readonly number[])[];

export function dependentsOf(tokens: readonly Token[]): Dependents {
  const dependents: number[][] = tokens.map(() => []);
  tokens.forEach(({ head }, i) => {
    if (head >= 0) dependents[head]!.push(i);
  });
  return dependents;
}

/** Members of a coordination that begins at `i` ("soldiers, policemen and guards"), the first one too. */
export const conjunctsOf = (tokens: readonly Token[], dependents: Dependents, i: number): readonly number[] => [
  i,
  ...dependents[i]!.filter((d) => tokens[d]!.deprel === "conj"),
];

/** What a word of a coordination shares with its first member: the token that carries the relation to the rest. */
export function firstConjunct(tokens: readonly Token[], i: number): number {
  let at = i;
  for (let steps = 0; tokens[at]!.deprel === "conj" && steps < tokens.length; steps++) at = tokens[at]!.head;
  return at;
}
