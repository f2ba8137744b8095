import { expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import { openLexicon } from "../../src/text/lexicon.ts";
import { packNetwork } from "../../src/text/network/network-file.ts";
import { wordKey } from "../../src/text/network/word-keys.ts";
import type { GoldSentence } from "../../training/text/conllu.ts";
import { learnNetwork, type TrainingState } from "../../training/text/network/learn-network.ts";

const lexicon = openLexicon(packageResources.model("text-lexicon.tsv"));

/** "form UPOS XPOS head relation" of each word, heads counted from 1. */
function gold(id: string, words: readonly string[]): GoldSentence {
  const tokens = words.map((word) => {
    const [form = "", upos = "", xpos = "", head = "0", deprel = ""] = word.split(" ");
    return { form, lemma: form, upos, xpos, head: Number(head) - 1, deprel, misc: "", spaceAfter: true };
  });
  return { id, doc: "", text: "", newDocument: false, newParagraph: false, tokens };
}
const SENTENCES = ["Rebels", "Soldiers", "Farmers"].flatMap((who) =>
  ["burned", "left", "took"].map((did) =>
    gold(`${who} ${did}`, [
      `${who} NOUN NNS 2 nsubj`,
      `${did} VERB VBD 0 root`,
      "the DET DT 4 det",
      "town NOUN NN 2 obj",
      ". PUNCT . 2 punct",
    ]),
  ),
);
const VECTORS = {
  width: 8,
  keys: Uint32Array.from(["rebels", "the", "town"], wordKey),
  values: Float32Array.from({ length: 24 }, (_, i) => Math.sin(i)),
};

interface Trained {
  readonly bytes: Uint8Array;
  readonly state: TrainingState;
  readonly lines: readonly string[];
}

/** Trains to the end of `stopAfter`, from the state given if any. */
function train(stopAfter: number, from: TrainingState | null, seed = 3): Trained {
  const lines: string[] = [];
  let kept: Omit<Trained, "lines"> | null = null;
  const schedule = {
    rounds: 6,
    seed,
    sizes: { letters: 8, hidden: 8, arc: 8, label: 8 },
    batch: 10,
    rate: 0.5,
    inCapitals: 0.2,
    inSmall: 0.1,
    wordDrops: { whole: 0.1, own: 0.1 },
    drop: { input: 0.1, first: 0.1, second: 0.1, views: 0.1 },
  };
  const restore = (state: TrainingState): void => {
    if (from === null) return;
    state.round = from.round;
    state.step = from.step;
    state.numbers.forEach((numbers, i) => {
      numbers.set(from.numbers[i]!);
    });
  };
  learnNetwork(SENTENCES, VECTORS, lexicon, schedule, restore, (line, state, content) => {
    lines.push(line);
    if (state.round !== stopAfter) return;
    const { round, step } = state;
    kept = { bytes: packNetwork(content()), state: { round, step, numbers: state.numbers.map((n) => n.slice()) } };
  });
  if (kept === null) throw new RangeError(`no round ${stopAfter}`);
  const { bytes, state }: Omit<Trained, "lines"> = kept;
  return { bytes, state, lines };
}

test("a training that broke off goes on to the same bytes as one that never stopped", () => {
  const whole = train(6, null);
  const begun = train(2, null);
  const resumed = train(6, begun.state);
  expect(resumed.lines).toHaveLength(4);
  expect(resumed.bytes).toEqual(whole.bytes);
});

test("another seed gives another network", () => {
  expect(train(6, null, 4).bytes).not.toEqual(train(6, null).bytes);
});

test("the loss falls from round to round", () => {
  const losses = train(6, null).lines.map((line) => Number(/loss ([\d.]+)/.exec(line)?.[1]));
  expect(losses.at(-1)).toBeLessThan(0.7 * losses[0]!);
});
