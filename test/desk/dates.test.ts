import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDates } from "../../src/dates/index.ts";
import { readDates } from "../../src/desk/dates.ts";
import { packageResources } from "../../src/desk/resources.ts";
import { openText, outlineOf } from "../../src/text/index.ts";
import { emptyFolder, jsonLines, plumbline } from "./run-plumbline.ts";

const ARTICLE =
  "A bomb went off yesterday. The strike began on 3 May 2015 and lasted two weeks. They meet every Friday.";

function articleFile(): string {
  const file = join(emptyFolder(), "article.txt");
  writeFileSync(file, ARTICLE);
  return file;
}

describe("plumbline dates", () => {
  test("shows each expression with its interval and the reason", () => {
    const { status, stdout, stderr } = plumbline(["dates", articleFile(), "--published", "2016-06-10"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(
      '16-25  "yesterday"  2016-06-09  (day)\n      inferred: counted from the day of publication',
    );
    expect(stdout).toContain('"3 May 2015"  2015-05-03  (day)\n      said [day-month-year]');
    expect(stdout).toContain('"two weeks"  no date: a duration');
    expect(stdout).toContain('"every Friday"  no date: a set');
  });

  test("says what stays open where nobody knows the day of publication", () => {
    const { stdout } = plumbline(["dates", articleFile()]);
    expect(stdout).toContain("day of publication unknown");
    expect(stdout).toContain('"yesterday"  open  (day)\n      left open: nobody knows the day of publication');
  });

  test("--json gives one object a document, from standard input too", () => {
    const { stdout } = plumbline(["dates", "-", "--json", "--published", "2016-06-10"], { input: ARTICLE });
    const [line, ...others] = jsonLines(stdout);
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      published: "2016-06-10",
      dates: [{ text: "yesterday", from: "2016-06-09" }, { text: "3 May 2015" }],
      spans: [{ kind: "duration" }, { kind: "set" }],
    });
  });

  test.each([
    ["no file", ["dates"]],
    ["a day that is none", ["dates", "x.txt", "--published", "2016-02-30"]],
    ["today", ["dates", "x.txt", "--published", "today"]],
  ])("%s is wrong use", (_, args) => {
    const { status, stdout, stderr } = plumbline(args);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^error: /);
  });

  test("a file that is not there is told", () => {
    expect(plumbline(["dates", "nowhere.txt"])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("nowhere.txt"),
    });
  });
});

describe("the library for people who only want dates", () => {
  test.each([
    ARTICLE,
    "",
    "KABUL, Feb. 3 (Wire) - He left.\n\nHeading\n\n- On Tuesday they met.\u00AD He would go on 5 May.",
    "NO DATE. LIMA, 10 JAN 90 (EFE) -- LAST NIGHT",
  ])("finds what the whole reading finds: %j", (text) => {
    const whole = openDates(packageResources).read(outlineOf(openText(packageResources).read(text)), {
      published: "2016-06-10",
    });
    expect(readDates(text, { published: "2016-06-10" }).dates).toEqual(whole);
  });

  test("the README's example prints what the README says", () => {
    const section = readFileSync("README.md", "utf8").split("## Only dates")[1] ?? "";
    const code = /```js\n([\s\S]*?)```/.exec(section)?.[1] ?? "";
    const said = code.split("\n").flatMap((line) => (line.startsWith("// ") ? [line.slice(3)] : []));
    const ran = spawnSync(process.execPath, ["--input-type=module", "--eval", code], { encoding: "utf8" });
    expect(ran.stderr).toBe("");
    expect(said.length).toBeGreaterThan(0);
    expect(ran.stdout.trimEnd().split("\n")).toEqual(said);
  });
});
