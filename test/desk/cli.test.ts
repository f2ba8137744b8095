import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildProgram } from "../../src/desk/cli/program.ts";
import { codedDocumentSchema, incidentSchema, ledgerLineSchema, omissionsLineSchema } from "../../src/record/index.ts";
import { emptyFolder, jsonLines, plumbline } from "./run-plumbline.ts";

const ATTACK = "Gunmen killed two policemen in Aktobe on 5 June 2016, the Interior Ministry said.";
const line = (id: string, text: string): string => `${JSON.stringify({ id, text })}\n`;

/** Articles of our own, enough for several batches. */
const ARTICLES = Array.from({ length: 128 }, (_, i) => {
  const day = (i % 28) + 1;
  const town = ["Atyrau", "Taraz", "Semey", "Aktobe"][i % 4] ?? "";
  const text =
    `${town.toUpperCase()}, ${day} May 2015 (Test Wire) - A bomb exploded outside a police station in ${town} on Monday, killing ` +
    `${(i % 5) + 1} people and wounding at least ${i + 3}, officials said.\n\n` +
    `About ${(i + 2) * 10} residents rallied in the main square the following day. Police denied that shots had been fired.`;
  // Some are long, so that threads end out of turn.
  return line(`article-${i}`, i % 16 === 3 ? `${text}\n\n`.repeat(12) : text);
}).join("");

describe("code", () => {
  test("writes one coded document a line, in input order, in the form of the contract", () => {
    const ran = plumbline(["code", "--in", "-", "--out", "-"], {
      input: line("b", ATTACK) + line("a", "Nothing happened."),
    });
    expect(ran.status).toBe(0);
    const coded = jsonLines(ran.stdout).map((document) => codedDocumentSchema.parse(document));
    expect(coded.map(({ doc }) => doc)).toEqual(["b", "a"]);
    expect(coded[0]?.events[0]).toMatchObject({ type: "ASSAULT", casualties: { killed: { min: 2, max: 2 } } });
    expect(coded[1]?.events).toEqual([]);
  });

  test("gives the same bytes with one thread and with two", () => {
    const run = (workers: string): string =>
      plumbline(["code", "--in", "-", "--workers", workers], { input: ARTICLES }).stdout;
    const one = run("1");
    expect(jsonLines(one)).toHaveLength(128);
    expect(run("2")).toBe(one);
  }, 300_000);

  test("a bad line is told with its number and the others are done", () => {
    const ran = plumbline(["code", "--in", "-"], {
      input: `${line("a", ATTACK)}{"id": \n{"id":"c"}\n${line("d", ATTACK)}`,
    });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(/line 2: not JSON/);
    expect(ran.stderr).toMatch(/line 3: not a document/);
    expect(jsonLines(ran.stdout).map(({ doc }) => doc)).toEqual(["a", "d"]);
  });

  test("a plain file, a name with spaces and standard input are taken alike", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "my article.txt"), ATTACK);
    const fromFile = plumbline(["code", "my article.txt"], { cwd: folder });
    const fromInput = plumbline(["code", "-"], { input: ATTACK });
    const events = (text: string): unknown => jsonLines(text)[0]?.events;
    expect(fromFile.status).toBe(0);
    expect(events(fromFile.stdout)).toEqual(events(fromInput.stdout));
  });

  test("offsets hold after right-to-left and astral characters", () => {
    const text = `\u{1F4F0} \u0623\u0643\u062A\u0648\u0628\u0647 (\u{10FFFF}) ${ATTACK}`;
    const [coded] = jsonLines(plumbline(["code", "--in", "-"], { input: line("a", text) }).stdout);
    const { events } = codedDocumentSchema.parse(coded);
    expect(events).toHaveLength(1);
    for (const { start, end, text: words } of events[0]?.evidence ?? []) expect(text.slice(start, end)).toBe(words);
  });

  test("a document in another language is told so and not coded as if it were English", () => {
    const text =
      "Вооружённые люди убили двух полицейских в Актобе 5 июня 2016 года, сообщило министерство внутренних дел. " +
      "Нападавшие скрылись на автомобиле. Этот район оцепила полиция; жители города сообщили, что слышали выстрелы.";
    const ran = plumbline(["code", "--in", "-"], { input: line("ru", text) });
    const [coded] = jsonLines(ran.stdout).map((document) => codedDocumentSchema.parse(document));
    expect(coded?.lang).toBe("ru");
    expect(coded?.events).toEqual([]);
    expect(coded?.notes?.[0]?.code).toBe("language-not-english");
  });

  test("an output that cannot be written leaves nothing behind", () => {
    const folder = emptyFolder();
    const ran = plumbline(["code", "--in", "-", "--out", join(folder, "no", "such", "folder.jsonl")], {
      input: line("a", ATTACK),
    });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(/could not be written/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("a full disk leaves no half-written output", () => {
    if (!existsSync("/dev/full")) return;
    const ran = plumbline(["code", "--in", "-", "--out", "/dev/full"], { input: line("a", ATTACK) });
    expect([0, 1]).toContain(ran.status);
    expect(readdirSync("/dev").filter((name) => name.startsWith("full."))).toEqual([]);
  });
});

describe("bad input", () => {
  const folder = emptyFolder();
  const put = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  test.each([
    ["an empty file", put("empty.txt", ""), /is empty/],
    [
      "a binary file",
      put(
        "binary.txt",
        Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 11),
      ),
      /is binary/,
    ],
    ["a file that is not there", join(folder, "none.txt"), /there is no such file/],
    ["a folder", folder, /it is a folder/],
    ["a damaged PDF", put("damaged.pdf", "%PDF-1.7\nnothing"), /cannot be read as a PDF/],
    ["a damaged Word document", put("damaged.docx", "PK\u0003\u0004 nothing"), /cannot be read as a Word document/],
  ])("%s is told, and the others are done", (_, file, message) => {
    const good = put("good.txt", ATTACK);
    const ran = plumbline(["code", file, good]);
    expect(ran.stderr).toMatch(message);
    expect(ran.status).toBe(1);
    expect(jsonLines(ran.stdout)).toHaveLength(1);
  });

  test("a file without permission is told", () => {
    const file = put("locked.txt", ATTACK);
    chmodSync(file, 0o000);
    const ran = plumbline(["code", file]);
    // Root may read everything: then it is simply read.
    if (process.getuid?.() === 0) expect(ran.status).toBe(0);
    else expect(ran.stderr).toMatch(/cannot be read \(EACCES/);
  });
});

describe("check", () => {
  test("writes the ledger in the form of the contract, omissions last", () => {
    const ran = plumbline(["check", "samples/kazakhstan-column.md", "--json"]);
    expect(ran.status).toBe(0);
    const lines = jsonLines(ran.stdout);
    omissionsLineSchema.parse(lines.at(-1));
    const ledger = lines.slice(0, -1).map((entry) => ledgerLineSchema.parse(entry));
    expect(ledger.length).toBeGreaterThan(25);
  });

  test("prints a table with sign and word, and says which record it used", () => {
    const ran = plumbline(["check", "samples/kazakhstan-column.md"]);
    expect(ran.stdout).toMatch(
      /^[+x~?o-] (?:supported|contradicted|partly|not in record|untestable|no factual claim)/m,
    );
    expect(ran.stderr).toMatch(/No record was given/);
  });

  test("without a card the record is a convenience collection, and that is said", () => {
    const ran = plumbline(["check", "-", "--record", "samples/kazakhstan-record.csv"], { input: ATTACK });
    expect(ran.stderr).toMatch(/no coverage card/);
  });
});

describe("link", () => {
  test("joins two reports of one attack, keeps another town's apart, and says why", () => {
    const folder = emptyFolder();
    const docs =
      line("a", "Gunmen killed two policemen in Taraz on 5 June 2014, the police said.") +
      line("b", "Two policemen were shot dead by gunmen in Taraz on 5 June 2014.") +
      line("c", "Gunmen killed two policemen in Semey on 5 June 2014.");
    const coded = join(folder, "coded.jsonl");
    writeFileSync(coded, plumbline(["code", "--in", "-"], { input: docs }).stdout);
    const ran = plumbline(["link", "--coded", coded]);
    const incidents = jsonLines(ran.stdout).map((incident) => incidentSchema.parse(incident));
    expect(incidents.map(({ members }) => members.map(({ doc }) => doc)).sort()).toEqual([["a", "b"], ["c"]]);
    expect(incidents.flatMap(({ links }) => links)[0]?.reasons.length).toBeGreaterThan(0);
  });
});

describe("test", () => {
  const events = (rows: readonly string[]): string => {
    const file = join(emptyFolder(), "events.csv");
    writeFileSync(file, `x,y,t,type\n${rows.join("\n")}\n`);
    return file;
  };
  const pairs = Array.from({ length: 12 }, (_, i) => [
    `${i * 50},0,${i * 90},a`,
    `${i * 50 + 1},0,${i * 90 + 2},a`,
  ]).flat();

  test("knox finds pairs near in both space and time, the same twice with one seed", () => {
    const args = ["test", "knox", "--events", events(pairs), "--set", "eps_s=5", "--set", "eps_t=5", "--json"];
    const ran = plumbline(args);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      method: "knox",
      dataset: "events",
      n: 24,
      result: { statistic: 12 },
    });
    expect(plumbline(args).stdout).toBe(ran.stdout);
  });

  test("the same bytes for one, two and four threads", () => {
    const args = ["test", "knox", "--events", events(pairs), "--set", "eps_s=5", "--set", "eps_t=5", "--json"];
    const [one, two, four] = [1, 2, 4].map((threads) => plumbline([...args, "--threads", String(threads)]).stdout);
    expect(JSON.parse(one!)).toMatchObject({ null: { permutations: 999, seed: 1 } });
    expect(two).toBe(one);
    expect(four).toBe(one);
  });

  test("a month or a district is too coarse for a week and five kilometres: left out, counted, and back in on request", () => {
    const file = join(emptyFolder(), "events.csv");
    const rows = Array.from(
      { length: 20 },
      (_, i) => `${9 + i * 0.01},${7 + i * 0.01},2014-0${1 + (i % 9)}-1${i % 10},day,1`,
    );
    writeFileSync(
      file,
      `lat,lon,date,date_precision,radius_km\n${[...rows, "9,7,2014-05-01,month,1", "9,7,2014-05-01,day,80"].join("\n")}\n`,
    );
    const args = [
      "test",
      "knox",
      "--events",
      file,
      "--set",
      "eps_s=5",
      "--set",
      "eps_t=7",
      "--permutations",
      "19",
      "--json",
    ];
    expect(JSON.parse(plumbline(args).stdout)).toMatchObject({
      n: 20,
      doubt: { imputations: 50, excluded: { dateTooCoarse: 1, placeTooCoarse: 1 } },
    });
    expect(JSON.parse(plumbline([...args, "--set", "coarse=in"]).stdout)).toMatchObject({
      n: 22,
      doubt: { excluded: {} },
    });
  });

  test("--html writes a page with the null, the figures and the method's sheet", () => {
    const page = join(emptyFolder(), "knox.html");
    plumbline(["test", "knox", "--events", events(pairs), "--set", "eps_s=5", "--set", "eps_t=5", "--html", page]);
    const html = readFileSync(page, "utf8");
    expect(html).toContain("<svg");
    expect(html).toContain("Are events that are near in space also near in time?");
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });

  test.each([
    ["an unknown test", ["test", "astrology", "--events", events(pairs)], /no test "astrology"/],
    ["a missing parameter", ["test", "knox", "--events", events(pairs)], /needs eps_s/],
    ["a parameter without a value", ["test", "knox", "--events", events(pairs), "--set", "eps_s"], /NAME=VALUE/],
    [
      "an unknown column",
      ["test", "waves", "--events", events(pairs), "--where", "class=x"],
      /no column "class".*x, y, t, type/,
    ],
    ["a value that no row has", ["test", "waves", "--events", events(pairs), "--where", "type=z"], /no row has type=z/],
    ["a cell that is no number", ["test", "waves", "--events", events(["1,2,soon,a"])], /t=soon is no number/],
    ["one event", ["test", "waves", "--events", events(["1,2,3,a"])], /at least 2 are needed/],
    [
      "a number of draws that is none",
      ["test", "waves", "--events", events(pairs), "--permutations", "0"],
      /whole number/,
    ],
  ])("%s is told with what to do", (_, args, message) => {
    const ran = plumbline(args);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(message);
  });
});

test("code and check work without loading DuckDB", () => {
  const refuse =
    'export async function resolve(s,c,n){if(/duckdb/.test(s))throw new Error("DuckDB was loaded");return n(s,c)}';
  const hook = `import{register}from"node:module";register("data:text/javascript,"+encodeURIComponent(${JSON.stringify(refuse)}))`;
  const nodeArgs = ["--import", `data:text/javascript,${encodeURIComponent(hook)}`];
  expect(plumbline(["code", "-"], { input: ATTACK, nodeArgs })).toMatchObject({ status: 0 });
  expect(plumbline(["check", "-"], { input: ATTACK, nodeArgs })).toMatchObject({ status: 0 });
});

describe("the command line", () => {
  const program = buildProgram(() => undefined);

  test("lists its commands", () => {
    expect(program.commands.map((command) => command.name())).toEqual(
      expect.arrayContaining([
        "code",
        "check",
        "serve",
        "start",
        "report",
        "new",
        "add",
        "rebuild",
        "verify",
        "doctor",
      ]),
    );
  });

  test.each(program.commands.map((command) => [command.name(), command] as const))(
    "%s --help shows an example",
    (_, command) => {
      let shown = "";
      command.configureOutput({ writeOut: (text) => (shown += text) });
      command.outputHelp();
      expect(shown).toMatch(/Example:\n {2}plumbline /);
    },
  );

  test("--help ends with 0", () => expect(plumbline(["code", "--help"])).toMatchObject({ status: 0, stderr: "" }));

  test.each([
    ["an unknown command", ["cdoe"]],
    ["an unknown option", ["code", "--inn", "x"]],
    ["nothing to do", ["code"]],
    ["a missing option", ["report", "x.txt"]],
  ])("%s is wrong use: exit 2, said on stderr", (_, args) => {
    const ran = plumbline(args);
    expect(ran.status).toBe(2);
    expect(ran.stderr).not.toBe("");
    expect(ran.stdout).toBe("");
  });

  test("--version prints the package's version", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(plumbline(["--version"]).stdout).toBe(`${version}\n`);
  });

  test("doctor finds nothing missing", () => {
    const home = emptyFolder();
    mkdirSync(join(home, "data"));
    const ran = plumbline(["doctor", "--json"], { env: { PLUMBLINE_HOME: join(home, "data") } });
    expect(JSON.parse(ran.stdout)).toEqual(
      expect.arrayContaining([expect.objectContaining({ what: "plumbline", ok: true })]),
    );
    expect(ran.status).toBe(0);
  });
});
