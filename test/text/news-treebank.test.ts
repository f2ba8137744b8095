import { describe, expect, test } from "vitest";
import { type GoldSentence, readConllu } from "../../training/text/conllu.ts";

const TREEBANKS = ["news-train", "news-test"].map((name) => ({
  name,
  sentences: readConllu(`training/text/${name}.conllu`),
}));

/** Relations that EWT and GUM have, but for those of spoken and broken text. */
const RELATIONS = new Set(
  (
    "acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj cop " +
    "csubj csubj:pass det det:predet expl fixed flat iobj mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:pass " +
    "nummod obj obl obl:agent obl:unmarked orphan parataxis punct root xcomp"
  ).split(" "),
);

/** UPOS that an XPOS may have in EWT and GUM. */
const TAGS: Record<string, string> = {
  NN: "NOUN PRON",
  NNS: "NOUN",
  NNP: "PROPN ADJ VERB",
  NNPS: "PROPN",
  JJ: "ADJ",
  JJR: "ADJ",
  JJS: "ADJ",
  RB: "ADV PART",
  RBR: "ADV",
  RBS: "ADV",
  IN: "ADP SCONJ",
  RP: "ADP",
  DT: "DET PRON",
  PDT: "DET",
  CD: "NUM",
  CC: "CCONJ",
  VB: "VERB AUX",
  VBD: "VERB AUX",
  VBG: "VERB AUX",
  VBN: "VERB AUX",
  VBP: "VERB AUX",
  VBZ: "VERB AUX",
  MD: "AUX",
  PRP: "PRON",
  PRP$: "PRON",
  EX: "PRON",
  WP: "PRON",
  WDT: "PRON DET",
  WRB: "ADV",
  TO: "PART",
  POS: "PART",
  $: "SYM",
  ".": "PUNCT",
  ",": "PUNCT",
  ":": "PUNCT",
  HYPH: "PUNCT",
  "``": "PUNCT",
  "''": "PUNCT",
  "-LRB-": "PUNCT",
  "-RRB-": "PUNCT",
};

/** The heads above a token, nearest first; longer than the sentence if they go in a circle. */
function headsAbove({ tokens }: GoldSentence, token: number): number[] {
  const heads: number[] = [];
  for (let at = tokens[token]!.head; at >= 0 && heads.length <= tokens.length; at = tokens[at]!.head) heads.push(at);
  return heads;
}

/** Whether all words between a token and its head hang below that head. */
const isProjective = (sentence: GoldSentence, token: number): boolean => {
  const { head } = sentence.tokens[token]!;
  const between = sentence.tokens.map((_, i) => i).filter((i) => (i - token) * (i - head) < 0);
  return head < 0 || between.every((i) => headsAbove(sentence, i).includes(head));
};

function faultsOf(sentence: GoldSentence): string[] {
  const { tokens } = sentence;
  const children = (head: number, deprel: string) =>
    tokens.filter((t) => t.head === head && t.deprel === deprel).length;
  return tokens.flatMap(({ form, upos, xpos, head, deprel }, i) => {
    const faults = [
      head >= tokens.length || headsAbove(sentence, i).length > tokens.length ? "hangs on no root" : "",
      RELATIONS.has(deprel) ? "" : `is ${deprel}`,
      (TAGS[xpos] ?? "").split(" ").includes(upos) ? "" : `is ${xpos} and ${upos}`,
      (deprel === "root") === (head === -1) ? "" : "is root with a head, or has none",
      (upos === "AUX") === /^(aux|cop)/.test(deprel) ? "" : `is ${upos} as ${deprel}`,
      (upos === "PUNCT") === (deprel === "punct") ? "" : `is ${upos} as ${deprel}`,
      isProjective(sentence, i) ? "" : "crosses another arc",
      /^(conj|flat|fixed|appos)$/.test(deprel) && head > i ? `is ${deprel} of a later word` : "",
      ["nsubj", "obj", "iobj", "ccomp"].some((one) => children(i, one) > 1) ? "has two subjects or objects" : "",
      /^(obl|nmod|obl:agent)$/.test(deprel) && children(i, "case") === 0 ? `is ${deprel} without a preposition` : "",
    ];
    return faults.filter((fault) => fault !== "").map((fault) => `${sentence.id}: ${i + 1} ${form} ${fault}`);
  });
}

const asText = ({ tokens }: GoldSentence): string =>
  tokens
    .map(({ form, spaceAfter }) => (spaceAfter ? `${form} ` : form))
    .join("")
    .trim();

describe.each(TREEBANKS)("the trees of $name", ({ sentences }) => {
  test("follow the form of Universal Dependencies", () => {
    expect(sentences.flatMap(faultsOf)).toEqual([]);
  });

  test("have one root each", () => {
    expect(sentences.filter(({ tokens }) => tokens.filter(({ head }) => head === -1).length !== 1)).toEqual([]);
  });

  test("carry all of their text", () => {
    expect(sentences.map(asText)).toEqual(sentences.map(({ text }) => text));
  });

  test("have names of their own", () => {
    expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length);
  });
});

test("no sentence is both trained on and tested on", () => {
  const [train, tested] = TREEBANKS.map(({ sentences }) => new Set(sentences.map(({ text }) => text)));
  expect([...train!].filter((text) => tested!.has(text))).toEqual([]);
});

describe("the check finds", () => {
  const sound = TREEBANKS[0]!.sentences.find(({ text }) => text.startsWith("Army kills"))!;
  test.each([
    ["a wrong relation", { deprel: "subject" }, /is subject/],
    ["tags that do not go together", { upos: "NOUN", xpos: "VBZ" }, /is VBZ and NOUN/],
    ["a word that is its own head", { head: 0 }, /hangs on no root/],
    ["an adverbial without a preposition", { deprel: "obl" }, /without a preposition/],
  ])("%s", (_, change, fault) => {
    const [first, ...rest] = sound.tokens;
    expect(faultsOf(sound)).toEqual([]);
    expect(faultsOf({ ...sound, tokens: [{ ...first!, ...change }, ...rest] }).join("; ")).toMatch(fault);
  });
});
