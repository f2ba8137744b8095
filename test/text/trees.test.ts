import fc from "fast-check";
import { expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import { conjunctsOf, dependentsOf, firstConjunct, openText, type Sentence, treeAsText } from "../../src/text/index.ts";

const reader = openText(packageResources);
const one = (text: string): Sentence => reader.read(text).sentences[0]!;

/** "word ←relation head" of the first word with that form. */
function arc(sentence: Sentence, form: string): string {
  const token = sentence.tokens.find((candidate) => candidate.form === form)!;
  return `${token.deprel} ${sentence.tokens[token.head]?.form ?? "-"}`;
}

test.each([
  ["Gunmen killed the mayor on Monday.", "Gunmen", "nsubj killed"],
  ["Gunmen killed the mayor on Monday.", "mayor", "obj killed"],
  ["Gunmen killed the mayor on Monday.", "killed", "root -"],
  ["The mayor was killed by gunmen.", "mayor", "nsubj:pass killed"],
  ["The mayor was killed by gunmen.", "gunmen", "obl:agent killed"],
  ["The mayor was killed by gunmen.", "was", "aux:pass killed"],
  ["GUNMEN KILLED THE MAYOR.", "GUNMEN", "nsubj KILLED"],
  ["Soldiers and policemen fired.", "policemen", "conj Soldiers"],
  ["The army denied that it had attacked the village.", "attacked", "ccomp denied"],
])("%s: %s is %s", (text, form, expected) => expect(arc(one(text), form)).toBe(expected));

test.each([
  ["If the tax stays, dockers will march through the port.", "march", "VERB VB"],
  ["They found the mine.", "mine", "NOUN NN"],
  ["The mine is hers.", "hers", "PRON PRP"],
  ["The march is on Friday.", "march", "NOUN NN"],
])("tag and tree agree in %j: %s is %s", (text, form, expected) => {
  const { upos, xpos } = one(text).tokens.find((token) => token.form === form)!;
  expect(`${upos} ${xpos}`).toBe(expected);
});

test("a coordination is spread to its members", () => {
  const { tokens } = one("The bomb killed soldiers, guards and drivers.");
  const at = (form: string): number => tokens.findIndex((token) => token.form === form);
  const members = conjunctsOf(tokens, dependentsOf(tokens), at("soldiers"));
  expect(members.map((i) => tokens[i]?.form)).toEqual(["soldiers", "guards", "drivers"]);
  expect(firstConjunct(tokens, at("drivers"))).toBe(at("soldiers"));
});

function rootsAndCycles({ tokens }: Sentence): { roots: number; cycles: number } {
  const reachesRoot = (i: number): boolean => {
    let at = i;
    for (let steps = 0; at >= 0; steps++) {
      if (steps > tokens.length) return false;
      at = tokens[at]!.head;
    }
    return true;
  };
  return {
    roots: tokens.filter(({ head }) => head === -1).length,
    cycles: tokens.filter((_, i) => !reachesRoot(i)).length,
  };
}

test("any words make one tree: one root, no cycle, and the root's relation is root", () => {
  const word = fc.constantFrom(
    "the",
    "rebels",
    "killed",
    "and",
    "of",
    ",",
    "who",
    "by",
    "5",
    "Lima",
    "(",
    '"',
    "was",
    "x7",
    "¿",
    "не",
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
      for (const sentence of reader.read(words.join(" ")).sentences) {
        expect(rootsAndCycles(sentence)).toEqual({ roots: 1, cycles: 0 });
        for (const { head, deprel } of sentence.tokens) expect(deprel === "root").toBe(head === -1);
      }
    }),
    { numRuns: 60 },
  );
});

test("a tree is drawn with each word under its head", () => {
  expect(treeAsText(one("Gunmen killed the mayor."))).toBe(
    [
      "killed  root VERB",
      "├─ Gunmen  nsubj NOUN",
      "├─ mayor  obj NOUN",
      "│  └─ the  det DET",
      "└─ .  punct PUNCT",
      "",
    ].join("\n"),
  );
});
