import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { writeWhole } from "../../src/exchange/index.ts";
import { explain } from "../../src/record/index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-write-"));
});

describe("a file is written whole", () => {
  test("from chunks, and nothing is left beside it", async () => {
    const file = join(folder, "out.jsonl");
    expect(await writeWhole(file, ["one\n", Buffer.from("two\n")])).toEqual([]);
    expect(readFileSync(file, "utf8")).toBe("one\ntwo\n");
    expect(readdirSync(folder)).toEqual(["out.jsonl"]);
  });

  test("through a symbolic link, which stays one", async () => {
    const file = join(folder, "real.txt");
    writeFileSync(file, "old");
    symlinkSync(file, join(folder, "link.txt"));
    expect(await writeWhole(join(folder, "link.txt"), ["new"])).toEqual([]);
    expect(readFileSync(file, "utf8")).toBe("new");
  });
});

describe("or not at all", () => {
  test("when its maker fails midway: the old file stays, the failure goes on to the caller", async () => {
    const file = join(folder, "out.txt");
    writeFileSync(file, "old");
    function* failing(): Generator<string> {
      yield "half";
      throw new RangeError("a bug of the maker");
    }
    await expect(writeWhole(file, failing())).rejects.toThrow(RangeError);
    expect(readFileSync(file, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["out.txt"]);
  });

  test("when the folder is not there", async () => {
    const [found] = await writeWhole(join(folder, "none", "out.txt"), ["x"]);
    expect(found).toMatchObject({ code: "output-not-written" });
    expect(explain(found!)).toContain("no such folder");
  });

  test("when a folder stands in its place, and nothing is left beside it", async () => {
    expect(await writeWhole(folder, ["x"])).toMatchObject([{ code: "output-not-written" }]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(!existsSync("/dev/full"))("when the disk is full, which is said", async () => {
    expect(await writeWhole("/dev/full", ["x".repeat(1 << 16)])).toMatchObject([{ code: "output-disk-full" }]);
    expect(statSync("/dev/full").isCharacterDevice()).toBe(true);
  });
});
