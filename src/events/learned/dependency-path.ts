import type { Token } from "../../text/index.ts";

const LONGEST = 4;

/** Indexes from a token up to the root, itself first, at most five. */
function upwards(tokens: readonly Token[], from: number): number[] {
  const chain = [from];
  for (let at = tokens[from]?.head ?? -1; at >= 0 && chain.length <= LONGEST && !chain.includes(at); ) {
    chain.push(at);
    at = tokens[at]?.head ?? -1;
  }
  return chain;
}

/** The preposition that introduces a token: "by" of "killed by gunmen"; empty where none does. */
export const caseOf = (tokens: readonly Token[], at: number): string => {
  for (let i = at - 1; i >= 0 && i >= at - 8; i -= 1) {
    if (tokens[i]!.head === at && tokens[i]!.deprel === "case") return tokens[i]!.norm;
  }
  return "";
};

function step(tokens: readonly Token[], at: number): string {
  const { deprel } = tokens[at]!;
  return deprel.startsWith("obl") || deprel.startsWith("nmod") ? `${deprel}:${caseOf(tokens, at)}` : deprel;
}

/**
 * Way through the tree from one token to another: "obj>", "nsubj<" upwards; the preposition is part of an oblique's step.
 * Null where it is longer than four steps up or down.
 */
export function dependencyPath(tokens: readonly Token[], from: number, to: number): readonly string[] | null {
  const up = upwards(tokens, from);
  const down = upwards(tokens, to);
  const meet = up.findIndex((at) => down.includes(at));
  if (meet < 0) return null;
  const below = down.slice(0, down.indexOf(up[meet]!)).reverse();
  return [...up.slice(0, meet).map((at) => `${step(tokens, at)}<`), ...below.map((at) => `${step(tokens, at)}>`)];
}
