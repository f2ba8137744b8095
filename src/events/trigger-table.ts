import {
  INCIDENT_CLASSES,
  type IncidentClass,
  PLOVER_TYPES,
  type Problem,
  parseTable,
  problem,
  ROLES,
  STAGES,
  type Stage,
  type TableRow,
} from "../record/index.ts";
import { inflect } from "./inflect.ts";
import { isPloverType, type Ontology } from "./ontology.ts";
import { GUARDS, type Guard, type SlotRole, TRIGGER_KINDS, type Trigger, type TriggerKind } from "./trigger.ts";

const TABLE = "triggers.tsv";
const POS = ["verb", "noun", "phrase"] as const;
const ROLE_WORDS: readonly string[] = [...ROLES, "patient", "none"];

const find = <T extends string>(known: readonly T[], word: string): T | null =>
  known.find((candidate) => candidate === word) ?? null;

const parsePattern = (cell: string): Trigger["pattern"] =>
  cell.split(/\s+/).map((part) => (part === "_" ? null : new Set(part.toLowerCase().split("/").flatMap(inflect))));

const parseRoles = (cell: string): Trigger["roles"] =>
  new Map(
    words(cell).map((part) => {
      const [slot = "", role = ""] = part.split(":");
      return [slot, role as SlotRole]; // a wrong role is told by checkTriggers
    }),
  );

const words = (cell: string): string[] => cell.split(/\s+/).filter((word) => word !== "");

const parseGuards = (cell: string): Guard[] =>
  words(cell).flatMap((part) => {
    const [name = "", list = ""] = part.split(":");
    const known = find(GUARDS, name);
    return known === null ? [] : [{ name: known, words: new Set(list.split("/").flatMap(inflect)) }];
  });

function parseRow({ line, cells }: TableRow): Trigger | null {
  const cell = (name: string): string => cells[name] ?? "";
  const pos = find(POS, cell("pos"));
  const kind = find<TriggerKind>(TRIGGER_KINDS, cell("kind"));
  const incident = find<IncidentClass>(INCIDENT_CLASSES, cell("incident"));
  const type = cell("type");
  if (pos === null || kind === null || incident === null || !isPloverType(type)) return null;
  return {
    line,
    pattern: parsePattern(cell("pattern")),
    pos,
    kind,
    type,
    mode: cell("mode") === "" ? null : cell("mode"),
    incident,
    stage: find<Stage>(STAGES, cell("stage")),
    roles: parseRoles(cell("roles")),
    needs: parseGuards(cell("needs")),
    forbids: parseGuards(cell("forbids")),
    example: cell("example"),
    expected: cell("expected"),
  };
}

/** Reads `tables/triggers.tsv`; rows that {@link checkTriggers} faults are left out. */
export const parseTriggers = (tsv: string): readonly Trigger[] =>
  parseTable(TABLE, tsv).rows.flatMap((row) => parseRow(row) ?? []);

function badCells({ line, cells }: TableRow): Problem[] {
  const found: Problem[] = [];
  const expect = (column: string, known: readonly string[], value = cells[column] ?? ""): void => {
    if (known.includes(value)) return;
    found.push(problem("table-bad-cell", { table: TABLE, line, column, value, expected: known.join(", ") }));
  };
  expect("pos", POS);
  expect("kind", TRIGGER_KINDS);
  expect("incident", INCIDENT_CLASSES);
  expect("stage", ["", ...STAGES]);
  for (const part of words(cells.roles ?? "")) expect("roles", ROLE_WORDS, part.split(":")[1] ?? "");
  for (const column of ["needs", "forbids"]) {
    for (const part of words(cells[column] ?? "")) expect(column, GUARDS, part.split(":")[0] ?? "");
  }
  for (const column of ["pattern", "example", "expected"]) {
    if ((cells[column] ?? "") !== "") continue;
    found.push(problem("table-bad-cell", { table: TABLE, line, column, value: "", expected: "some words" }));
  }
  return found;
}

function badType({ line, cells }: TableRow, ontology: Ontology): Problem[] {
  const { type = "", mode = "" } = cells;
  if (!isPloverType(type)) {
    return [problem("table-unknown-type", { table: TABLE, line, type, known: PLOVER_TYPES.join(", ") })];
  }
  const known = ontology.get(type) ?? new Set<string>();
  if (mode === "" || known.has(mode)) return [];
  return [problem("table-unknown-mode", { table: TABLE, line, type, mode, known: [...known].join(", ") })];
}

/** What is wrong with the trigger table: unknown types, modes, classes, roles, guards, rows without an example. */
export const checkTriggers = (tsv: string, ontology: Ontology): readonly Problem[] =>
  parseTable(TABLE, tsv).rows.flatMap((row) => [...badCells(row), ...badType(row, ontology)]);
