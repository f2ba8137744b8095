import type { DateWord } from "./date-word.ts";
import type { Node, Pattern } from "./pattern.ts";

/** The words that a match's named elements stand for. */
export type Captures = (name: string) => DateWord | undefined;

export interface Match {
  readonly rule: number;
  /** Indexes of the first word of the find and of the word after its last one. */
  readonly first: number;
  readonly next: number;
  /** Index of the word after everything that was matched. */
  readonly reach: number;
  readonly captures: Captures;
}

/** One way through a pattern, ending here: positions count from the first word matched. */
interface Ending {
  readonly rule: number;
  readonly first: number;
  readonly next: number;
  readonly captures: readonly (readonly [name: string, position: number])[];
}

/** Patterns of many rules, merged by their beginnings: a word is looked at once, however many rules begin with it. */
export interface RuleTrie {
  readonly spaced: Map<string, RuleTrie>;
  readonly glued: Map<string, RuleTrie>;
  readonly endings: Ending[];
}

const emptyTrie = (): RuleTrie => ({ spaced: new Map(), glued: new Map(), endings: [] });

interface Way {
  readonly trie: RuleTrie;
  readonly position: number;
  readonly first: number;
  readonly next: number | null;
  readonly captures: Ending["captures"];
}

const childOf = (branches: Map<string, RuleTrie>, key: string): RuleTrie => {
  const known = branches.get(key);
  if (known !== undefined) return known;
  const made = emptyTrie();
  branches.set(key, made);
  return made;
};

/** Adds the ways through `nodes` from the one at `k` on, and then through what follows the group they stand in. */
function addWay(nodes: readonly Node[], k: number, way: Way, rule: number, then: (way: Way) => void): void {
  const node = nodes[k];
  if (node === undefined) {
    then(way);
    return;
  }
  const goOn = (next: Way): void => addWay(nodes, k + 1, next, rule, then);
  switch (node.kind) {
    case "open":
      goOn({ ...way, first: way.position });
      return;
    case "close":
      goOn({ ...way, next: way.position });
      return;
    case "group":
      for (const branch of node.branches) addWay(branch, 0, way, rule, goOn);
      break;
    case "step":
      for (const test of node.tests) {
        const trie = childOf(node.glued ? way.trie.glued : way.trie.spaced, test);
        const captures =
          node.capture === null ? way.captures : [...way.captures, [node.capture, way.position] as const];
        goOn({ ...way, trie, position: way.position + 1, captures });
      }
  }
  if (node.optional) goOn(way);
}

const endWay = (way: Way, rule: number): void => {
  if (way.position === 0) return;
  way.trie.endings.push({ rule, first: way.first, next: way.next ?? way.position, captures: way.captures });
};

/** Every way through every pattern. Built once: some thousand ways. */
export function buildRuleTrie(patterns: readonly Pattern[]): RuleTrie {
  const root = emptyTrie();
  patterns.forEach((pattern, rule) => {
    const start: Way = { trie: root, position: 0, first: 0, next: null, captures: [] };
    addWay(pattern, 0, start, rule, (way) => endWay(way, rule));
  });
  return root;
}

/** Words of one run have only blanks between them; glued ones not even those. */
const isGlued = (words: readonly DateWord[], i: number): boolean => words[i - 1]!.end === words[i]!.start;

interface Reached {
  readonly ending: Ending;
  readonly reach: number;
}

const NOTHING: readonly Match[] = [];

/** What the rules find in a run of words from one word on: of each rule its longest way. */
export function matchRules(root: RuleTrie, words: readonly DateWord[], at: number): readonly Match[] {
  const reached = follow(root.spaced, words, at, null);
  if (reached === null) return NOTHING;
  return reached.filter((one, i) => isLongest(one, i, reached)).map((one) => matchOf(one, words, at));
}

const isLongest = (one: Reached, index: number, all: readonly Reached[]): boolean =>
  all.every(
    (other, i) =>
      other.ending.rule !== one.ending.rule || other.reach < one.reach || (other.reach === one.reach && i >= index),
  );

/** Adds to `reached` every ending that the words from `i` on lead to; null while there is none, which is nearly always. */
function follow(
  branches: Map<string, RuleTrie>,
  words: readonly DateWord[],
  i: number,
  reached: Reached[] | null,
): Reached[] | null {
  for (const key of words[i]!.keys) {
    const trie = branches.get(key);
    if (trie === undefined) continue;
    for (const ending of trie.endings) {
      if (reached === null) reached = [];
      reached.push({ ending, reach: i + 1 });
    }
    if (i + 1 >= words.length) continue;
    if (trie.spaced.size > 0) reached = follow(trie.spaced, words, i + 1, reached);
    if (trie.glued.size > 0 && isGlued(words, i + 1)) reached = follow(trie.glued, words, i + 1, reached);
  }
  return reached;
}

const matchOf = ({ ending, reach }: Reached, words: readonly DateWord[], at: number): Match => ({
  rule: ending.rule,
  first: at + ending.first,
  next: at + ending.next,
  reach,
  captures: (name) => {
    const capture = ending.captures.find(([known]) => known === name);
    return capture === undefined ? undefined : words[at + capture[1]];
  },
});
