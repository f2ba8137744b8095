import { expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import { checkTriggers, parseOntology, parseTriggers } from "../../src/events/index.ts";
import { PLOVER_TYPES } from "../../src/record/index.ts";
import { events, inRole } from "./open-coder.ts";

const TSV = packageResources.table("triggers.tsv");
const ONTOLOGY = parseOntology(packageResources.table("ontology.tsv"));
const ROWS = parseTriggers(TSV).filter((row) => row.expected !== "-");

interface Expected {
  readonly type: string;
  readonly mode: string | undefined;
  readonly incident: string | undefined;
  readonly stage: string;
  readonly roles: readonly (readonly [role: string, words: string])[];
}

function readExpected(cell: string): Expected {
  const [head = "", ...roles] = cell.split(";").map((part) => part.trim());
  const [kind = "", incident, stage = "completed"] = head.split(" ");
  const [type = "", mode] = kind.split("/");
  return {
    type,
    mode,
    incident,
    stage,
    roles: roles.map((part) => [part.split("=")[0] ?? "", part.split("=")[1] ?? ""]),
  };
}

test.each(ROWS.map((row) => [row.example, row.expected, row.line] as const))(
  "%s is coded as %s (line %i)",
  (example, cell) => {
    const { type, mode, incident, stage, roles } = readExpected(cell);
    const coded = events(example);
    const right = coded.find(
      (event) =>
        event.type === type &&
        (mode === undefined || event.mode === mode) &&
        (incident === undefined || event.incident === incident) &&
        event.stage === stage &&
        roles.every(([role, words]) => inRole(event, role).some((name) => name.includes(words))),
    );
    const seen = coded.map(
      (event) =>
        `${event.type}/${event.mode} ${event.incident} ${event.stage} ${event.participants.map((who) => `${who.role}=${who.name}`).join()}`,
    );
    expect(right, `coded: ${seen.join(" | ") || "nothing"}`).toBeDefined();
  },
);

test("the table is in order: types, modes, classes, roles and guards exist, every row has an example", () => {
  expect(checkTriggers(TSV, ONTOLOGY)).toEqual([]);
});

test("the ontology holds all sixteen types", () => {
  expect([...ONTOLOGY.keys()].sort()).toEqual([...PLOVER_TYPES].sort());
});

test("every type has a trigger", () => {
  expect(new Set(ROWS.map((row) => row.type))).toEqual(new Set(PLOVER_TYPES));
});

const HEADER = "pattern\tpos\tkind\ttype\tmode\tincident\tstage\troles\tneeds\tforbids\texample\texpected";
const row = (cells: Partial<Record<string, string>>): string =>
  `${HEADER}\n${HEADER.split("\t")
    .map(
      (column) =>
        cells[column] ??
        {
          pattern: "raid",
          pos: "verb",
          kind: "act",
          type: "ASSAULT",
          incident: "armed-assault",
          example: "x",
          expected: "x",
        }[column] ??
        "",
    )
    .join("\t")}`;

test.each([
  ["type", "FIGHT", "table-unknown-type"],
  ["mode", "lasers", "table-unknown-mode"],
  ["pos", "adverb", "table-bad-cell"],
  ["kind", "deed", "table-bad-cell"],
  ["incident", "mugging", "table-bad-cell"],
  ["stage", "done", "table-bad-cell"],
  ["roles", "subj:villain", "table-bad-cell"],
  ["needs", "moon:full", "table-bad-cell"],
  ["example", "", "table-bad-cell"],
])("a row whose %s is %j is faulted with %s", (column, value, code) => {
  expect(checkTriggers(row({ [column]: value }), ONTOLOGY).map((problem) => problem.code)).toContain(code);
});

test("a sound row is not faulted", () => {
  expect(checkTriggers(row({}), ONTOLOGY)).toEqual([]);
});
