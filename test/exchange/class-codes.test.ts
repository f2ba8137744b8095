import { describe, expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import { parseOntology } from "../../src/events/index.ts";
import { openClassCodes, openCrosswalk, SCHEMES } from "../../src/exchange/index.ts";
import { INCIDENT_CLASSES, PLOVER_TYPES, parseTable } from "../../src/record/index.ts";

const CODES = openClassCodes(packageResources);
const BACK = openCrosswalk(packageResources);
const ONTOLOGY = parseOntology(packageResources.table("ontology.tsv"));
const rows = (name: string) => parseTable(name, packageResources.table(name)).rows.map(({ cells }) => cells);

describe("class to code and back", () => {
  const readable = CODES.classCodes.flatMap(({ scheme, incident, code, defect }) =>
    scheme === "muc4" ? [] : [{ scheme, incident, code, defect }],
  );

  test.each(readable)("$scheme $code for $incident reads back as it, or the row says what is lost", (row) => {
    const back = BACK.classOf(row.scheme, row.code);
    expect(back, `${row.scheme} has no code ${row.code}`).not.toBeNull();
    if (back !== row.incident) expect(row.defect).not.toBe("");
  });

  test("every row names a scheme and a class that exist, each pair once", () => {
    const pairs = rows("crosswalk-classes.tsv").map(({ scheme, class: incident }) => `${scheme} ${incident}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { scheme, class: incident } of rows("crosswalk-classes.tsv")) {
      expect(SCHEMES).toContain(scheme);
      expect(INCIDENT_CLASSES).toContain(incident);
    }
  });

  test("MUC-4 has six incident types", () => {
    const types = CODES.classCodes.filter(({ scheme }) => scheme === "muc4").map(({ code }) => code);
    expect([...new Set(types)].sort()).toEqual(
      ["ARSON", "ATTACK", "BOMBING", "FORCED WORK STOPPAGE", "KIDNAPPING", "ROBBERY"].sort(),
    );
  });

  test("a class that a scheme does not hold has no code", () => {
    expect(CODES.codeOf("gtd", "protest")).toBeNull();
    expect(CODES.codeOf("ucdp-ged", "arrest")).toBeNull();
  });
});

describe("PLOVER and CAMEO", () => {
  test.each(rows("crosswalk-plover-cameo.tsv"))("$cameo is $type $mode of the ontology", ({ type, mode }) => {
    const known = PLOVER_TYPES.find((one) => one === type);
    expect(known).toBeDefined();
    if (known !== undefined && mode !== "-") expect([...(ONTOLOGY.get(known) ?? [])]).toContain(mode);
  });

  test.each(PLOVER_TYPES.filter((type) => type !== "RETREAT").map((type) => [type] as const))(
    "%s is written as one code, which is read as it",
    (type) => {
      const code = CODES.cameoOf(type, null) ?? CODES.ploverCodes.find((one) => one.back && one.type === type);
      expect(code).toBeDefined();
      expect(CODES.ploverOf(code?.cameo ?? "")?.type).toBe(type);
    },
  );

  test.each(CODES.ploverCodes.filter(({ back }) => back))("$cameo goes to $type $mode and back", (row) => {
    expect(CODES.cameoOf(row.type, row.mode)?.cameo).toBe(row.cameo);
    expect(CODES.ploverOf(row.cameo)).toEqual(row);
  });

  test.each(CODES.ploverCodes.filter(({ back }) => !back))("$cameo is read only, and says why", (row) => {
    expect(row.defect).not.toBe("");
  });

  test.each([
    ["1832", "ASSAULT", "explosives"],
    ["1042", "REQUEST", null],
  ])("%s is read by the longest code that begins it", (cameo, type, mode) => {
    expect(CODES.ploverOf(cameo)).toMatchObject({ type, mode });
  });

  test("CAMEO's statements have no PLOVER type", () => {
    expect(CODES.ploverOf("010")).toBeNull();
  });
});
