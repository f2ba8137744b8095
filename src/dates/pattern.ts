import type { DateWord } from "./date-words.ts";

/**
 * The rows' pattern language. Elements are parted by blanks:
 *   in            the word itself, in any case          on|at       one of several
 *   MONTH         a word of that class                  a:MONTH     captured under a name of its own (else under the class's)
 *   <day>         a find of an earlier level            ~th         nothing may stand between it and the element before
 *   the?          may be absent                         ( … | … )?  a group, alternatives by a lone bar
 *   [ … ]         the find covers only these words; what stands outside must be there, and stays outside
 */
interface Step {
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
type Node = Step | Group | Open | Close;

export interface Pattern {
  readonly nodes: readonly Node[];
  /** Literals and classes that the first word can be. */
  readonly openers: readonly string[];
  readonly literals: readonly string[];
}

export type Captures = Readonly<Record<string, DateWord>>;
export interface Match {
  /** Indexes of the first word of the find and of the word after its last one. */
  readonly first: number;
  readonly next: number;
  /** Index of the word after everything that was matched. */
  readonly reach: number;
  readonly captures: Captures;
}

const isClass = (test: string): boolean => /^(?:[A-Z]{2,}|<[a-z-]+>)$/.test(test);

function parseStep(raw: string): Step {
  const optional = raw.length > 1 && raw.endsWith("?");
  const bare = optional ? raw.slice(0, -1) : raw;
  const glued = bare.length > 1 && bare.startsWith("~");
  const named = /^([a-z]):(.+)$/.exec(glued ? bare.slice(1) : bare);
  const tests = (named?.[2] ?? (glued ? bare.slice(1) : bare)).split("|");
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

function openersOf(nodes: readonly Node[]): string[] {
  const found: string[] = [];
  for (const node of nodes) {
    if (node.kind === "open" || node.kind === "close") continue;
    if (node.kind === "step") found.push(...node.tests);
    else for (const branch of node.branches) found.push(...openersOf(branch));
    if (!node.optional) break;
  }
  return found;
}

const literalsOf = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => {
    if (node.kind === "step") return node.tests.filter((test) => !isClass(test));
    return node.kind === "group" ? node.branches.flatMap(literalsOf) : [];
  });

/** @throws Error where a group is not closed: patterns are our own tables, so that is a bug. */
export function parsePattern(source: string): Pattern {
  const [nodes = [], ...others] = parseSequence(source.split(/\s+/).filter((part) => part !== ""));
  if (others.length > 0) throw new Error(`"${source}": alternatives belong into a group`);
  return { nodes, openers: [...new Set(openersOf(nodes))], literals: [...new Set(literalsOf(nodes))] };
}

/** Words that stand side by side: only blanks between them, and at most one line break. */
function adjacent(words: readonly DateWord[], i: number, text: string): boolean {
  if (i === 0) return false;
  const gapStart = words[i - 1]!.end;
  const gapEnd = words[i]!.start;
  if (gapStart === gapEnd) return true;
  if (gapEnd - gapStart > 6) return false;
  let breaks = 0;
  for (let at = gapStart; at < gapEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) breaks++;
    else if (code !== 32 && code !== 9 && code !== 13 && code !== 160) return false;
  }
  return breaks <= 1;
}

const passes = (step: Step, word: DateWord): boolean =>
  step.tests.some((test) => word.norm === test || word.classes.includes(test));

interface Progress {
  readonly captures: Captures;
  readonly first: number | null;
  readonly next: number | null;
}

/** Longest match of the pattern from word `at` on, or null. Backtracks; patterns are short. */
export function matchPattern(pattern: Pattern, words: readonly DateWord[], at: number, text: string): Match | null {
  let best: Match | null = null;
  const walk = (nodes: readonly Node[], k: number, i: number, so: Progress): void => {
    const node = nodes[k];
    if (node === undefined) {
      if (i > at && (best === null || i > best.reach))
        best = { first: so.first ?? at, next: so.next ?? i, reach: i, captures: so.captures };
      return;
    }
    if (node.kind === "open") return walk(nodes, k + 1, i, { ...so, first: i });
    if (node.kind === "close") return walk(nodes, k + 1, i, { ...so, next: i });
    switch (node.kind) {
      case "group":
        for (const branch of node.branches) walk([...branch, ...nodes.slice(k + 1)], 0, i, so);
        break;
      case "step": {
        const word = words[i];
        const fits =
          word !== undefined &&
          passes(node, word) &&
          (i === at || (node.glued ? words[i - 1]!.end === word.start : adjacent(words, i, text)));
        if (fits)
          walk(
            nodes,
            k + 1,
            i + 1,
            node.capture === null ? so : { ...so, captures: { ...so.captures, [node.capture]: word } },
          );
      }
    }
    if (node.optional) walk(nodes, k + 1, i, so);
  };
  walk(pattern.nodes, 0, at, { captures: {}, first: null, next: null });
  return best;
}
