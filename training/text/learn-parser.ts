import type { Lexicon } from "../../src/text/lexicon.ts";
import type { Row } from "../../src/text/linear-model.ts";
import type { Tag } from "../../src/text/tagger.ts";
import { PARSE_FEATURES, parseFeatures } from "../../src/text/trees/parse-features.ts";
import { parseInput } from "../../src/text/trees/parse-input.ts";
import { moveTable } from "../../src/text/trees/parser.ts";
import { apply, isDone, isLegal, type Move, startState } from "../../src/text/trees/transition-state.ts";
import type { GoldSentence } from "./conllu.ts";
import { costOf } from "./dynamic-oracle.ts";
import { Perceptron } from "./perceptron.ts";
import { seededRandom, shuffled } from "./seeded-random.ts";

/** A training sentence: gold tree, and tags as a tagger that never saw it gives them, plain and in capitals. */
export interface TreeExample {
  readonly sentence: GoldSentence;
  readonly tags: readonly Tag[];
  readonly capitalTags: readonly Tag[];
}

export interface ParserSchedule {
  readonly rounds: number;
  readonly seed: number;
  /** Share of the sentences learnt from with the tags of their capitals. */
  readonly inCapitals: number;
  /** From the second round on, how often the parser's own move is followed where it is wrong. */
  readonly explore: number;
}

/** Weights that are less once quantised are left out: the file shrinks by a third and loses nothing measurable. */
const LEAST = 2;

function labelsOf(examples: readonly TreeExample[]): string[] {
  const counts = new Map<string, number>();
  for (const { sentence } of examples) {
    sentence.tokens.forEach(({ head, deprel }, i) => {
      const side = head < 0 || head > i ? "left" : "right";
      counts.set(`${side}:${deprel}`, (counts.get(`${side}:${deprel}`) ?? 0) + 1);
    });
  }
  const kept = [...counts.entries()].filter(([, count]) => count >= 3).map(([label]) => label);
  return ["shift", ...kept.sort()];
}

export function learnParser(
  examples: readonly TreeExample[],
  lexicon: Lexicon,
  schedule: ParserSchedule,
  say: (line: string, model: () => { labels: string[]; rows: Row[] }) => void,
): { labels: string[]; rows: Row[] } {
  const { explore } = schedule;
  const random = seededRandom(schedule.seed);
  const labels = labelsOf(examples);
  const table = moveTable(labels);
  const perceptron = new Perceptron(labels.length);
  const features = new Uint32Array(PARSE_FEATURES);
  const scores = new Float32Array(labels.length);
  const moves: readonly Move[] = ["shift", "left", "right"];

  const learn = ({ sentence, tags, capitalTags }: TreeExample, round: number): number => {
    const n = sentence.tokens.length;
    const gold = new Int32Array(n);
    const relation = new Int32Array(n);
    for (let i = 0; i < n; i++) {
      const { head, deprel } = sentence.tokens[i]!;
      gold[i] = head < 0 ? n : head;
      relation[i] = table.relations.indexOf(deprel);
    }
    const input = parseInput(
      sentence.tokens.map((token) => token.form),
      random() < schedule.inCapitals ? capitalTags : tags,
      lexicon,
    );
    const state = startState(n);
    while (!isDone(state)) {
      parseFeatures(input, state, features);
      perceptron.score(features, scores);
      perceptron.step();
      const costs = { shift: 99, left: 99, right: 99 };
      for (const move of moves) if (isLegal(state, move)) costs[move] = costOf(state, gold, move);
      const least = Math.min(costs.shift, costs.left, costs.right);
      const top = state.stack[state.size - 1]!;
      let best = -1;
      let bestRight = -1;
      for (let l = 0; l < labels.length; l++) {
        const { move, relation: own } = table.moves[l]!;
        if (costs[move] === 99) continue;
        if (best < 0 || scores[l]! > scores[best]!) best = l;
        if (costs[move] > least) continue;
        const drawsGold =
          move !== "shift" && gold[top] === (move === "left" ? state.next : state.stack[state.size - 2]!);
        if (drawsGold && own !== relation[top] && relation[top]! >= 0) continue;
        if (bestRight < 0 || scores[l]! > scores[bestRight]!) bestRight = l;
      }
      // No label for this relation on this side: nothing to learn here.
      if (bestRight < 0) bestRight = best;
      if (best !== bestRight) perceptron.update(features, bestRight, best);
      const follow = best === bestRight || (round > 1 && random() < explore) ? best : bestRight;
      apply(state, table.moves[follow]!.move, table.moves[follow]!.relation);
    }
    let attached = 0;
    for (let i = 0; i < n; i++) if (state.heads[i] === gold[i]) attached++;
    return attached;
  };

  const total = examples.reduce((sum, example) => sum + example.sentence.tokens.length, 0);
  const model = (): { labels: string[]; rows: Row[] } => ({ labels, rows: perceptron.rows(2, LEAST) });
  for (let round = 1; round <= schedule.rounds; round++) {
    const attached = shuffled(examples, random).reduce((sum, example) => sum + learn(example, round), 0);
    say(`round ${round}: ${((100 * attached) / total).toFixed(2)} % attached while learning`, model);
  }
  return model();
}
