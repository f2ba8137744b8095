import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { fileSource } from "../../src/desk/added-gazetteer.ts";
import { importGazetteer } from "../../src/desk/gazetteer-import/import-gazetteer.ts";
import type { DumpFile } from "../../src/desk/gazetteer-import/read-dump.ts";
import { packageResources } from "../../src/desk/resources.ts";
import {
  dumpKindOf,
  joinGazetteers,
  openGazetteer,
  openPlaces,
  openStored,
  sourceOf,
  USUAL_CLASSES,
} from "../../src/places/index.ts";
import { explain, type Problem } from "../../src/record/index.ts";
import { openText } from "../../src/text/index.ts";
import { AKTOBE, ALTERNATE, BAGA, COUNTY, DIVISION, line } from "../places/invented-dump.ts";

const STATE_LINE = "NG.27\tBorno State\tBorno State\t2346794";

/** Imports files of these lines in a folder of their own; the target's path and what was told. */
function imported(rowsInMemory: number, ...contents: readonly (readonly string[])[]) {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-import-"));
  const files = contents.map((lines, i): DumpFile => {
    const file = join(folder, `${i}.txt`);
    writeFileSync(file, `${lines.join("\n")}\n`);
    return { file, kind: dumpKindOf(lines.find((text) => text.includes("\t")) ?? "") ?? "places" };
  });
  const problems: Problem[] = [];
  const target = join(folder, "own.bin");
  const done = importGazetteer({
    files,
    filter: { countries: null, classes: USUAL_CLASSES },
    target,
    folder: join(folder, "work"),
    rowsInMemory,
    tell: (problem) => problems.push(problem),
    show: () => {},
  });
  return { ...done, target, problems, work: join(folder, "work") };
}

const own = (rowsInMemory = 1000) =>
  imported(rowsInMemory, [BAGA, COUNTY, AKTOBE], [ALTERNATE], [DIVISION, STATE_LINE]);

test("bad lines are told with their numbers, five at most, and the good ones taken", () => {
  const bad = Array.from({ length: 9 }, () => "nonsense");
  const { places, problems } = imported(1000, ["# head", BAGA, "", ...bad, COUNTY]);
  expect(places).toBe(2);
  expect(problems).toHaveLength(5);
  expect(explain(problems[0]!)).toContain("0.txt, line 4");
});

test("how many rows are sorted at a time does not change the bytes, and nothing is left behind", () => {
  const [one, all] = [own(1), own(1000)];
  expect(readFileSync(one.target).equals(readFileSync(all.target))).toBe(true);
  expect(existsSync(one.work)).toBe(false);
});

test("of two rows of one id the first read stands", () => {
  const { target, places } = imported(1, [BAGA, BAGA.replace("Bagatown\t", "Newtown\t")]);
  expect(places).toBe(1);
  expect(openStored(fileSource(target)).place(99000001)?.name).toBe("Bagatown");
});

test("a stored gazetteer in memory answers as one on the disk, and other bytes are refused", () => {
  const { target } = own();
  const [memory, disk] = [openStored(sourceOf(readFileSync(target))), openStored(fileSource(target))];
  for (const name of ["bagatown", "Бага", "old bagatown", "xyzzy", ""]) {
    expect(memory.readings(name)).toEqual(disk.readings(name));
  }
  expect(disk.readings("xyzzyville")).toEqual([]);
  expect(disk.readings("BAGATOWN")[0]?.place).toBe(disk.place(99000001));
  expect(disk.place(12345)).toBeNull();
  expect(() => openStored(sourceOf(new Uint8Array(64)))).toThrow("not a stored gazetteer file");
});

describe("a user's own gazetteer beside the shipped one", () => {
  const shipped = openGazetteer(packageResources.model("gazetteer.bin"));
  const source = fileSource(own().target);
  const joined = joinGazetteers(shipped, openStored(source, shipped.size.places));

  test("adds places, their alternate and former names, and what they lie in", () => {
    const [reading] = joined.readings("Bagatown");
    expect(reading).toMatchObject({ kind: "name", place: { geonameId: 99000001, country: "NG" } });
    expect(joined.readings("Бага").some((r) => r.place.geonameId === 99000001)).toBe(true);
    expect(joined.readings("old bagatown")[0]?.kind).toBe("former");
    expect(joined.division(reading!.place, 2)?.geonameId).toBe(99000002);
    expect(joined.division(reading!.place, 1)).toBe(shipped.place(2346794));
    expect(joined.longestName(["old", "bagatown"], 0)).toBe(2);
  });
  test("keeps the shipped place where both have it, under the names of both", () => {
    const aktobe = shipped.readings("Aktobe").find((r) => r.place.geonameId === 610611)!.place;
    expect(joined.readings("Novaktobe")[0]?.place).toBe(aktobe);
    expect(joined.readings("Aktobe").filter((r) => r.place.geonameId === 610611)).toHaveLength(1);
    expect(joined.division(aktobe, 1)?.geonameId).toBe(610688);
  });
  test("is read by the room", () => {
    const places = openPlaces(packageResources, source);
    const [mention] = places.read(openText(packageResources).read("Raiders burned Bagatown in Borno State, Nigeria."));
    expect(mention?.place?.geonameId).toBe(99000001);
  });
});

describe("an import that was killed", () => {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-killed-"));
  const dump = join(folder, "XX.txt");
  const town = (n: number) =>
    line(
      ...[
        String(90_000_000 + ((n * 7919) % 12_000)),
        `Town ${n % 3000}`,
        `Town ${n % 3000}`,
        `Old Town ${n},Stadt ${n}`,
      ],
      ...[
        String((n % 170) - 85),
        String((n % 350) - 175),
        "P",
        "PPL",
        "NG",
        "",
        "27",
        "27099",
        "",
        "",
        String(n),
        "",
        "0",
      ],
      ...["Africa/Lagos", "2020-01-01"],
    );
  writeFileSync(dump, `${Array.from({ length: 12_000 }, (_, n) => town(n)).join("\n")}\n`);
  const home = (name: string) => ({ ...process.env, PLUMBLINE_HOME: join(folder, name) });
  const args = [resolve("bin/plumbline.mjs"), "gazetteer", "add", dump, "--rows-in-memory", "1000"];
  const target = (name: string) => join(folder, name, "gazetteer-added.bin");

  test("leaves no half gazetteer, goes on where it was, and makes the same bytes", async () => {
    const whole = spawnSync(process.execPath, args, { env: home("whole"), encoding: "utf8" });
    expect(whole.stdout).toContain("12000 places");
    const child = spawn(process.execPath, args, { env: home("broken"), stdio: "ignore" });
    const state = `${target("broken")}.import/state.json`;
    const ended = new Promise((done) => child.once("exit", done));
    while (!(existsSync(state) && JSON.parse(readFileSync(state, "utf8")).placeRuns >= 2) && child.exitCode === null)
      await new Promise((done) => setTimeout(done, 2));
    child.kill("SIGKILL");
    await ended;
    expect(existsSync(target("broken"))).toBe(false);
    const runs = JSON.parse(readFileSync(state, "utf8")).placeRuns as number;
    expect(runs).toBeGreaterThanOrEqual(2);
    const again = spawnSync(process.execPath, args, { env: home("broken"), encoding: "utf8" });
    expect(again.stderr).toContain("broken off");
    expect(again.stdout).toContain("12000 places");
    expect(readFileSync(target("broken")).equals(readFileSync(target("whole")))).toBe(true);
  });
});
