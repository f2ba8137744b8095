import type { Lexicon } from "../../../src/text/lexicon.ts";
import {
  enterWords,
  type Network,
  scoreRelations,
  scoreTags,
  scoreTree,
  traceOf,
} from "../../../src/text/network/forward.ts";
import {
  type Block,
  type BlockName,
  blocksOf,
  type Layout,
  layoutOf,
  type Sizes,
} from "../../../src/text/network/layout.ts";
import type { NetworkContent } from "../../../src/text/network/network-file.ts";
import { openWorkspace } from "../../../src/text/network/workspace.ts";
import type { GoldSentence } from "../conllu.ts";
import { seededRandom, shuffled } from "../seeded-random.ts";
import type { WordVectors } from "../word-vectors.ts";
import { adamStep, type Moments, noMoments } from "./adam.ts";
import { backward, type Learner, scratchFrom, turn } from "./backward.ts";
import { type DropRates, dropout } from "./dropout.ts";
import { lossOf, type Tally } from "./losses.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";
import { type LearntRows, learntRows, type WordDrops, wordInput } from "./word-input.ts";

export interface NetworkSchedule {
  readonly rounds: number;
  readonly seed: number;
  readonly sizes: Omit<Sizes, "tags" | "relations" | "word">;
  /** Tokens of one step. */
  readonly batch: number;
  /** Rate of learning after the first steps; it falls to nothing by the last. */
  readonly rate: number;
  /** Shares of sentences in capitals, and in small letters. */
  readonly inCapitals: number;
  readonly inSmall: number;
  readonly wordDrops: WordDrops;
  readonly drop: DropRates;
}

/** What stays between two rounds: with it a training that broke off goes on as if nothing had happened. */
export interface TrainingState {
  round: number;
  step: number;
  readonly numbers: readonly Float32Array[];
}

/** Longer sentences are left out of training. */
const LONGEST = 160;
const SCRATCH = 3_000_000;
/** Steps in which the rate rises, and the longest that the slopes of a step may be. */
const WARM_UP = 200;
const LONGEST_SLOPE = 5;

interface Training {
  readonly vocabulary: Vocabulary;
  readonly network: Network;
  readonly learner: Learner;
  readonly dense: Float32Array;
  readonly denseMoments: Moments;
  readonly own: LearntRows;
  readonly letters: LearntRows;
  readonly lexicon: Lexicon;
  readonly schedule: NetworkSchedule;
  readonly state: TrainingState;
}

function begin(
  train: readonly GoldSentence[],
  vectors: WordVectors,
  lexicon: Lexicon,
  schedule: NetworkSchedule,
): Training {
  const vocabulary = vocabularyOf(train, vectors, lexicon);
  const labels = { tags: vocabulary.tags.length, relations: vocabulary.relations.length };
  const sizes: Sizes = { ...schedule.sizes, ...labels, word: vectors.width };
  const { layout, end } = layoutOf(sizes, 0);
  const { layout: slopes } = layoutOf(sizes, end);
  const turned = turnedLayout(layout, 2 * end);
  const free = 3 * end;
  const workspace = openWorkspace(free + SCRATCH);
  const random = seededRandom(schedule.seed);
  const dense = workspace.numbers.subarray(0, end);
  initialise(dense, layout, sizes, random);
  const own = learntRows(new Float32Array(vocabulary.given.length), sizes.word);
  const spelt = Float32Array.from(
    { length: vocabulary.letterKeys.length * sizes.letters },
    () => 0.3 * (random() - 0.5),
  );
  const letters = learntRows(spelt, sizes.letters);
  const denseMoments = noMoments(end);
  const moments = [denseMoments, own.moments, letters.moments].flatMap(({ first, second }) => [first, second]);
  return {
    ...{ vocabulary, dense, denseMoments, own, letters, lexicon, schedule },
    network: { sizes, layout, workspace, free },
    learner: { sizes, layout, slopes, turned, workspace },
    state: { round: 0, step: 0, numbers: [dense, own.values, letters.values, ...moments] },
  };
}

function turnedLayout(layout: Layout, shift: number): Layout {
  const turned: Record<BlockName, Block> = { ...layout };
  for (const [name, { at, rows, columns }] of blocksOf(layout)) {
    turned[name] = { at: at + shift, stride: rows, rows: columns, columns: rows };
  }
  return turned;
}

/** Glorot's uniform start; biases are 0, but gates begin by keeping. */
function initialise(dense: Float32Array, layout: Layout, { hidden }: Sizes, random: () => number): void {
  for (const [name, { at, rows, columns }] of blocksOf(layout)) {
    if (/bias/i.test(name)) continue;
    const limit = Math.sqrt(6 / (rows + (/^(?:input|onward|back)/.test(name) ? hidden : columns)));
    for (let i = 0; i < rows * columns; i++) dense[at + i] = limit * (2 * random() - 1);
  }
  for (const { at } of [layout.bias1, layout.bias2]) {
    for (const side of [0, 1]) dense.fill(1, at + (4 * side + 1) * hidden, at + (4 * side + 2) * hidden);
  }
}

/** Reads one sentence, compares and adds to the slopes of all weights. */
function learn(training: Training, sentence: GoldSentence, random: () => number): Tally {
  const { vocabulary, network, learner, lexicon, schedule } = training;
  const { numbers } = network.workspace;
  const style = random();
  const capitals = style < schedule.inCapitals;
  const small = !capitals && style < schedule.inCapitals + schedule.inSmall;
  const forms = sentence.tokens.map(({ form }) => (capitals ? form.toUpperCase() : small ? form.toLowerCase() : form));
  const trace = traceOf(network, forms.length);
  const input = wordInput(training, vocabulary, forms, capitals, lexicon, schedule.wordDrops, random);
  input.fill(numbers, trace.input);
  const { drop, redrop } = dropout(numbers, forms.length, schedule.drop, random);
  enterWords(network, trace, drop);
  scoreTags(network, trace, drop);
  scoreTree(network, trace, drop);
  const heads = Int32Array.from(sentence.tokens, ({ head }) => (head < 0 ? forms.length : head));
  scoreRelations(network, trace, heads);
  const scratch = scratchFrom(numbers, trace.end);
  const { slopes, ...tally } = lossOf(numbers, vocabulary, sentence, heads, trace, scratch);
  input.addSlopes(numbers, backward(learner, trace, slopes, heads, scratch, redrop));
  return tally;
}

function turnAll({ learner: { layout, turned, workspace } }: Training): void {
  for (const [name, block] of blocksOf(layout)) {
    turn(workspace.numbers, block, block.rows, block.columns, turned[name]);
  }
}

/** Moves all weights against the slopes that `tokens` tokens left. */
function takeStep(training: Training, tokens: number, steps: number): void {
  const { dense, denseMoments, own, letters, network, schedule, state } = training;
  const { numbers } = network.workspace;
  const count = dense.length;
  state.step++;
  let square = 0;
  for (let i = count; i < 2 * count; i++) square += numbers[i]! ** 2;
  const scale = Math.min(1, (LONGEST_SLOPE * tokens) / Math.sqrt(square)) / tokens;
  const rate = schedule.rate * Math.min(1, state.step / WARM_UP) * Math.max(0.01, 1 - state.step / steps);
  const step = { step: state.step, rate, scale };
  adamStep(numbers, 0, numbers, count, denseMoments, 0, count, step);
  for (const rows of [own, letters]) {
    for (const row of rows.touched) {
      const at = row * rows.width;
      adamStep(rows.values, at, rows.slopes, at, rows.moments, at, rows.width, step);
    }
    rows.touched.clear();
  }
  turnAll(training);
}

function contentOf({ vocabulary, network, dense, own, letters }: Training): NetworkContent {
  const { tags, relations, given, wordKeys, letterKeys } = vocabulary;
  const values = given.map((value, i) => value + own.values[i]!);
  return {
    ...{ sizes: network.sizes, tags, relations, dense },
    words: { keys: wordKeys, values },
    letters: { keys: letterKeys, values: letters.values },
  };
}

/**
 * Learns tags and trees together. `restore` may put back the state of an earlier round; after every round `say` gets a
 * line, the state to keep, and the network so far.
 */
export function learnNetwork(
  train: readonly GoldSentence[],
  vectors: WordVectors,
  lexicon: Lexicon,
  schedule: NetworkSchedule,
  restore: (state: TrainingState) => void,
  say: (line: string, state: TrainingState, content: () => NetworkContent) => void,
): void {
  const training = begin(train, vectors, lexicon, schedule);
  const { state } = training;
  restore(state);
  turnAll(training);
  const used = train.filter(({ tokens }) => tokens.length <= LONGEST);
  const total = used.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const steps = schedule.rounds * Math.ceil(total / schedule.batch);
  while (state.round < schedule.rounds) {
    state.round++;
    // A generator of its own for each round, so that a training that goes on draws the same numbers.
    const random = seededRandom(schedule.seed * 1000 + state.round);
    const sum = { loss: 0, tagged: 0, attached: 0 };
    let tokens = 0;
    const order = shuffled(used, random);
    order.forEach((sentence, i) => {
      const tally = learn(training, sentence, random);
      for (const key of ["loss", "tagged", "attached"] as const) sum[key] += tally[key];
      tokens += sentence.tokens.length;
      if (tokens < schedule.batch && i < order.length - 1) return;
      takeStep(training, tokens, steps);
      tokens = 0;
    });
    const percent = (count: number): string => `${((100 * count) / total).toFixed(2)} %`;
    const line = `round ${state.round}: loss ${(sum.loss / total).toFixed(3)}, tagged ${percent(sum.tagged)}, attached ${percent(sum.attached)}`;
    say(line, state, () => contentOf(training));
  }
}
