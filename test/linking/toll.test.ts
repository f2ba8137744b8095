import { expect, test } from "vitest";
import { compareToll } from "../../src/linking/index.ts";
import type { Count } from "../../src/record/index.ts";
import { row } from "./rows.ts";

test.each<[string, Count, Count | null, number | null, string]>([
  ["a figure inside the row's range", { min: 3, max: 3 }, { min: 2, max: 4 }, null, "agrees"],
  ["a figure above it", { min: 5, max: 5 }, { min: 2, max: 4 }, null, "differs"],
  ["at least 3", { min: 3, max: null }, { min: 2, max: 4 }, null, "agrees"],
  ["at least 5", { min: 5, max: null }, { min: 2, max: 4 }, null, "differs"],
  ["up to 2", { min: null, max: 2 }, { min: 2, max: 4 }, null, "agrees"],
  ["dozens", { min: 24, max: null }, { min: 45, max: 45 }, null, "agrees"],
  ["none", { min: 0, max: 0 }, { min: 0, max: 0 }, null, "agrees"],
  ["an empty cell", { min: 3, max: 3 }, null, null, "not-recorded"],
  ["right only without the attackers", { min: 6, max: 6 }, { min: 8, max: 11 }, 2, "depends-on-attackers"],
  ["right only with the attackers", { min: 11, max: 11 }, { min: 8, max: 11 }, 2, "depends-on-attackers"],
  ["right either way", { min: 9, max: 9 }, { min: 8, max: 11 }, 2, "agrees"],
  ["wrong either way", { min: 20, max: 20 }, { min: 8, max: 11 }, 2, "differs"],
])("%s", (_, claimed, killed, killedAttackers, answer) =>
  expect(compareToll(claimed, row({ killed, killedAttackers }), "killed").is).toBe(answer),
);

test("attackers among the dead do not touch the injured", () =>
  expect(compareToll({ min: 6, max: 6 }, row({ injured: { min: 8, max: 9 }, killedAttackers: 2 }), "injured").is).toBe(
    "differs",
  ));
