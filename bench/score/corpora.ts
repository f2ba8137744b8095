import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Figures = Readonly<Record<string, unknown>>;

/** One line of bench/bars.json: a figure of a scorer, what was reached before, and what the issues ask for. */
export interface Bar {
  readonly corpus: string;
  readonly metric: string;
  /** Where the scorer's JSON has it. */
  readonly path: string;
  readonly floor: number | null;
  readonly anchor: string;
  readonly bar: number | null;
  readonly variant?: string;
  /** A count, not a share. */
  readonly count?: boolean;
  /** Lower is better. */
  readonly lower?: boolean;
}

export interface Bench {
  readonly corpora: string;
  readonly scorers: string;
  readonly work: string;
  plumbline(args: readonly string[]): void;
  score(script: string, args: readonly string[]): Figures;
}

export interface Corpus {
  readonly name: string;
  /** File in the corpora folder without which it cannot be measured. */
  readonly needs: string;
  run(bench: Bench): Readonly<Record<string, Figures>>;
}

const lines = (file: string): readonly Record<string, unknown>[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const INPUT_FIELDS = ["id", "text", "title", "published", "source", "url"];

/** Only what a user's document would have: the gold stays out. */
function strip(from: string, to: string): void {
  const documents = lines(from).map((line) =>
    JSON.stringify(Object.fromEntries(INPUT_FIELDS.filter((f) => line[f] != null).map((f) => [f, line[f]]))),
  );
  writeFileSync(to, `${documents.join("\n")}\n`);
}

function code(bench: Bench, name: string, gold: string): string {
  const docs = join(bench.work, `${name}.docs.jsonl`);
  const coded = join(bench.work, `${name}.coded.jsonl`);
  strip(gold, docs);
  bench.plumbline(["code", "--in", docs, "--out", coded]);
  return coded;
}

const single = (folder: string, name: string, script: string): Corpus => ({
  name: `${folder}/${name}`,
  needs: `${folder}/${name}.jsonl`,
  run: (bench) => {
    const gold = join(bench.corpora, folder, `${name}.jsonl`);
    const coded = code(bench, name, gold);
    return {
      main: bench.score(script, ["--gold", gold, "--pred", coded, "--json", ...(script === "plover.mjs" ? [] : ["-"])]),
    };
  },
});

const muc4: Corpus = {
  name: "muc4/dev",
  needs: "muc4/dev.docs.jsonl",
  run: (bench) => {
    const coded = code(bench, "muc4", join(bench.corpora, "muc4", "dev.docs.jsonl"));
    const args = ["--gold", join(bench.corpora, "muc4", "dev.gold.jsonl"), "--coded", coded, "--json"];
    return {
      main: bench.score("muc4.mjs", args),
      "relevant-only": bench.score("muc4.mjs", [...args, "--relevant-only"]),
    };
  },
};

const gvc: Corpus = {
  name: "gvc/dev",
  needs: "gvc/dev.docs.jsonl",
  run: (bench) => {
    const docs = join(bench.corpora, "gvc", "dev.docs.jsonl");
    const coded = code(bench, "gvc", docs);
    const linked = join(bench.work, "gvc.incidents.jsonl");
    bench.plumbline(["link", "--docs", docs, "--coded", coded, "--out", linked]);
    const gold = join(bench.corpora, "gvc", "dev.incidents.jsonl");
    return { main: bench.score("incidents.mjs", ["--gold", gold, "--pred", linked, "--coded", coded, "--json"]) };
  },
};

interface Narrative {
  readonly doc: { readonly id: string };
}

const narrativeNames = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".verdicts.json"))
    .map((file) => file.replace(".verdicts.json", ""))
    .sort();

function narrativeDocs(bench: Bench): string {
  const folder = join(bench.corpora, "narratives");
  const docs = join(bench.work, "narratives.docs.jsonl");
  const all = narrativeNames(folder).map((name) =>
    JSON.stringify((JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as Narrative).doc),
  );
  writeFileSync(docs, `${all.join("\n")}\n`);
  return docs;
}

const narratives: Corpus = {
  name: "narratives",
  needs: "narratives/wire-narino.json",
  run: (bench) => {
    const coded = join(bench.work, "narratives.coded.jsonl");
    bench.plumbline(["code", "--in", narrativeDocs(bench), "--out", coded]);
    return {
      main: bench.score("narrative.mjs", ["--gold", join(bench.corpora, "narratives"), "--coded", coded, "--json"]),
    };
  },
};

const verdicts: Corpus = {
  name: "narratives/verdicts",
  needs: "narratives/wire-narino.verdicts.json",
  run: (bench) => {
    const folder = join(bench.corpora, "narratives");
    const ledgers = narrativeNames(folder).map((name) => {
      const gold = JSON.parse(readFileSync(join(folder, `${name}.verdicts.json`), "utf8")) as {
        record: string;
        card: string | null;
        indicators: string | null;
      };
      const docs = join(bench.work, `${name}.docs.jsonl`);
      const ledger = join(bench.work, `${name}.ledger.jsonl`);
      const narrative = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as Narrative;
      writeFileSync(docs, `${JSON.stringify(narrative.doc)}\n`);
      const card = gold.card === null ? [] : ["--card", join(folder, gold.card)];
      const indicators = gold.indicators === null ? [] : ["--indicators", join(folder, gold.indicators)];
      bench.plumbline([
        "check",
        "--docs",
        docs,
        "--record",
        join(folder, gold.record),
        ...card,
        ...indicators,
        "--out",
        ledger,
      ]);
      return readFileSync(ledger, "utf8");
    });
    const all = join(bench.work, "ledger.jsonl");
    writeFileSync(all, ledgers.join(""));
    return { main: bench.score("verdict.mjs", ["--gold", folder, "--ledger", all, "--json"]) };
  },
};

export const CORPORA: readonly Corpus[] = [
  single("time", "timebank", "time.mjs"),
  single("time", "aquaint", "time.mjs"),
  single("time", "wikiwars-dev", "time.mjs"),
  single("geo", "lgl", "geo.mjs"),
  single("geo", "tr-news", "geo.mjs"),
  single("plover", "dev", "plover.mjs"),
  muc4,
  gvc,
  narratives,
  verdicts,
];
