import { packageResources } from "../../src/desk/resources.ts";
import {
  actsAsOrganization,
  type EntityMention,
  openGrammar,
  type Sentence,
  type TextReader,
} from "../../src/text/index.ts";
import { readIob } from "../../training/text/name-data.ts";
import type { ScoreRow } from "./text.ts";

interface Labelled {
  readonly forms: readonly string[];
  readonly labels: readonly string[];
}

/** "first-last-TYPE" of each labelled stretch whose type counts. */
function stretches({ labels }: Labelled, types: RegExp): string[] {
  const found: { first: number; last: number; type: string }[] = [];
  labels.forEach((label, i) => {
    const type = label.slice(2);
    const open = found.at(-1);
    if (label.startsWith("I-") && open?.last === i - 1 && open.type === type) open.last = i;
    else if (label !== "O") found.push({ first: i, last: i, type });
  });
  return found.filter(({ type }) => types.test(type)).map(({ first, last, type }) => `${first}-${last}-${type}`);
}

function f1(
  corpus: string,
  metric: string,
  pairs: readonly { gold: readonly string[]; found: readonly string[] }[],
): ScoreRow {
  let both = 0;
  let all = 0;
  for (const { gold, found } of pairs) {
    const known = new Set(gold);
    both += found.filter((stretch) => known.has(stretch)).length;
    all += gold.length + found.length;
  }
  return { corpus, metric, value: (200 * both) / Math.max(1, all) };
}

const SHORT: Readonly<Record<string, string>> = { person: "PER", organization: "ORG", place: "LOC" };

/** Proper names on gold tokens. */
export function scoreNames(corpus: string, file: string): ScoreRow {
  const grammar = openGrammar(packageResources);
  const pairs = readIob(file, 1, 2).map((sentence) => ({
    gold: stretches(sentence, /^(?:PER|ORG|LOC)$/),
    found: grammar
      .analyse(sentence.forms, false)
      .names.filter(({ type }) => type !== "other")
      .map(({ first, last, type }) => `${first}-${last}-${SHORT[type]}`),
  }));
  return f1(corpus, "names F", pairs);
}

const RE3D: Readonly<Record<string, string>> = {
  person: "PER",
  organization: "ORG",
  "group-of-people": "ORG",
  place: "LOC",
  facility: "LOC",
};

/**
 * The outermost mentions of a sentence, as re3d has them; spans are offsets. A country that acts counts as an
 * organisation there, and possessive pronouns are seldom marked.
 */
function outermost({ tokens, mentions }: Sentence): string[] {
  const kept: string[] = [];
  let end = -1;
  const fromLeft = [...mentions].sort((a, b) => a.first - b.first || b.last - a.last);
  for (const mention of fromLeft) {
    const type = typeIn(tokens, mention);
    if (type === undefined || mention.first <= end || tokens[mention.head]!.xpos === "PRP$") continue;
    end = mention.last;
    kept.push(`${tokens[mention.first]!.start}-${tokens[mention.last]!.end}-${type}`);
  }
  return kept;
}

const typeIn = (tokens: Sentence["tokens"], mention: EntityMention): string | undefined =>
  actsAsOrganization(tokens, mention) ? "ORG" : RE3D[mention.type];

/** Mentions of any form in running text, the corpus's words joined by blanks. */
export function scoreMentions(corpus: string, file: string, reader: TextReader): ScoreRow {
  const pairs = readIob(file, 0, 1).map((sentence) => {
    const starts: number[] = [];
    let text = "";
    for (const form of sentence.forms) {
      starts.push(text.length);
      text += `${form} `;
    }
    const gold = stretches(sentence, /^(?:PER|ORG|LOC)$/).map((stretch) => {
      const [first = 0, last = 0] = stretch.split("-").map(Number);
      return `${starts[first]}-${starts[last]! + sentence.forms[last]!.length}-${stretch.split("-")[2]}`;
    });
    return { gold, found: reader.read(text).sentences.flatMap(outermost) };
  });
  return f1(corpus, "mentions F", pairs);
}
