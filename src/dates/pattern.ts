import { wordKey } from "./word-key.ts";

/**
 * The rows' pattern language. Elements are parted by blanks:
 *   in            the word itself, in any case          on|at       one of several
 *   MONTH         a word of that class                  a:MONTH     captured under a name of its own (else under the class's)
 *   <day>         a find of an earlier level            ~th         nothing may stand between it and the element before
 *   the?          may be absent                         ( … | … )?  a group, alternatives by a lone bar
 *   [ … ]         the find covers only these words; what stands outside must be there, and stays outside
 */
export interface Step {
  readonly kind: "step";
  readonly tests: readonly string[];
  readonly capture: string | null;
  readonly glued: boolean;
  readonly optional: boolean;
}
interface Group {
  readonly kind: "group";
  readonly branches: readonly (readonly Node[])[];
  readonly optional: boolean;
}
interface Open {
  readonly kind: "open";
}
interface Close {
  readonly kind: "close";
}
export type Node = Step | Group | Open | Close;

export type Pattern = readonly Node[];

const isClass = (test: string): boolean => /^(?:[A-Z]{2,}|<[a-z-]+>)$/.test(test);

function parseStep(raw: string): Step {
  const optional = raw.length > 1 && raw.endsWith("?");
  const bare = optional ? raw.slice(0, -1) : raw;
  const glued = bare.length > 1 && bare.startsWith("~");
  const named = /^([a-z]):(.+)$/.exec(glued ? bare.slice(1) : bare);
  const tests = (named?.[2] ?? (glued ? bare.slice(1) : bare)).split("|").map(wordKey);
  return { kind: "step", tests, capture: named?.[1] ?? tests.find(isClass) ?? null, glued, optional };
}

function parseSequence(parts: string[]): Node[][] {
  const branches: Node[][] = [[]];
  while (parts.length > 0) {
    const part = parts.shift()!;
    if (part === ")" || part === ")?") {
      parts.unshift(part);
      break;
    }
    if (part === "|") branches.push([]);
    else if (part === "[" || part === "]")
      branches[branches.length - 1]!.push(part === "[" ? { kind: "open" } : { kind: "close" });
    else if (part === "(") {
      const inner = parseSequence(parts);
      const closing = parts.shift();
      if (closing === undefined) throw new Error("a group of a date pattern is not closed");
      branches[branches.length - 1]!.push({ kind: "group", branches: inner, optional: closing === ")?" });
    } else branches[branches.length - 1]!.push(parseStep(part));
  }
  return branches;
}

/** Words that the pattern names outright. */
export const literalsOf = (nodes: Pattern): string[] =>
  nodes.flatMap((node) => {
    if (node.kind === "step") return node.tests.filter((test) => !isClass(test));
    return node.kind === "group" ? node.branches.flatMap(literalsOf) : [];
  });

/** @throws Error where a group is not closed: patterns are our own tables, so that is a bug. */
export function parsePattern(source: string): Pattern {
  const [nodes = [], ...others] = parseSequence(source.split(/\s+/).filter((part) => part !== ""));
  if (others.length > 0) throw new Error(`"${source}": alternatives belong into a group`);
  return nodes;
}
