import compromise from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { packageResources } from "../../src/desk/resources.ts";
import { openText } from "../../src/text/index.ts";
import type { Bench, BenchRow } from "./bench-row.ts";
import { sampleArticles } from "./bench-texts.ts";
import { medianFresh } from "./fresh-process.ts";
import { rate } from "./rate.ts";

const TEXTS = sampleArticles(40);
/** Plumbline's tokens are everybody's unit: the same work for all. */
const TOKENS = countTokens();

function countTokens(): number {
  const reader = openText(packageResources);
  return TEXTS.reduce(
    (sum, text) => sum + reader.read(text).sentences.reduce((n, { tokens }) => n + tokens.length, 0),
    0,
  );
}

function plumblineTokens(): number {
  const reader = openText(packageResources);
  return rate(() => {
    for (const text of TEXTS) reader.read(text);
    return TOKENS;
  });
}

/** wink-nlp: tokens, sentences, tags, entities (no trees). */
function winkTokens(): number {
  const nlp = winkNLP(model);
  const its = nlp.its;
  return rate(() => {
    for (const text of TEXTS) {
      const doc = nlp.readDoc(text);
      doc.tokens().out(its.pos);
      doc.entities().out();
    }
    return TOKENS;
  });
}

/** compromise: tokens, sentences, tags, people, places and organisations (no trees). */
const compromiseTokens = (): number =>
  rate(() => {
    for (const text of TEXTS) {
      const doc = compromise(text);
      doc.topics().out("array");
    }
    return TOKENS;
  });

const MODULES =
  'const { packageResources } = await import("./src/desk/resources.ts"); const { openText } = await import("./src/text/index.ts");';

const OPEN = {
  plumbline: `${MODULES} globalThis.kept = openText(packageResources).read("Two men were hurt.");`,
  wink: 'const nlp = (await import("wink-nlp")).default((await import("wink-eng-lite-web-model")).default); globalThis.kept = nlp.readDoc("Two men were hurt.").tokens().out(nlp.its.pos);',
  compromise:
    'const nlp = (await import("compromise")).default; globalThis.kept = nlp("Two men were hurt.").topics().out("array");',
};

export const bench: Bench = {
  title: "Reading English: tokens, tags, trees, mentions, chains (peers: tags and names only)",
  measure(): BenchRow[] {
    const ours = plumblineTokens();
    const open = medianFresh(OPEN.plumbline);
    const wink = medianFresh(OPEN.wink);
    const compromised = medianFresh(OPEN.compromise);
    const rows: BenchRow[] = [
      {
        what: "whole reading",
        value: ours,
        unit: "tokens/s",
        peer: { name: "wink-nlp", value: winkTokens() },
        bar: { of: "value", at: 12_000 },
      },
      { what: "whole reading", value: ours, unit: "tokens/s", peer: { name: "compromise", value: compromiseTokens() } },
      {
        what: "start-up with first sentence",
        value: open.ms,
        unit: "ms",
        peer: { name: "wink-nlp", value: wink.ms },
      },
      {
        what: "start-up with first sentence",
        value: open.ms,
        unit: "ms",
        peer: { name: "compromise", value: compromised.ms },
      },
      {
        what: "memory after the first sentence",
        value: open.mb,
        unit: "MB",
        peer: { name: "wink-nlp", value: wink.mb },
      },
      {
        what: "memory after the first sentence",
        value: open.mb,
        unit: "MB",
        peer: { name: "compromise", value: compromised.mb },
      },
      {
        what: "opening the weights (files read, unpacked, ready)",
        value: medianFresh("globalThis.kept = openText(packageResources);", MODULES).ms,
        unit: "ms",
        bar: { of: "value", at: 150, atMost: true },
      },
    ];
    return rows;
  },
};
