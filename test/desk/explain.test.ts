import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, plumbline } from "./run-plumbline.ts";

const folder = emptyFolder();
writeFileSync(join(folder, "note.txt"), "Gunmen killed two guards near Lira on 3 May 2021.\n");

test("shows for each value the words, the rule and the runner-up", () => {
  const ran = plumbline(["explain", "note.txt"], { cwd: folder });
  expect(ran.status).toBe(0);
  expect(ran.stdout).toMatch(/^event e[0-9a-f]{16}\nclass: ASSAULT\/- armed-assault\n {2}words {6}"killed"\n/);
  expect(ran.stdout).toContain("date: 2021-05-03");
});

test("the start of an id is enough, and JSON is for machines", () => {
  const [line = ""] = plumbline(["explain", "note.txt", "--json"], { cwd: folder }).stdout.split("\n");
  const { event } = JSON.parse(line) as { event: string };
  const ran = plumbline(["explain", "note.txt", "--event", event.slice(0, 6), "--json"], { cwd: folder });
  expect(ran.stdout).toBe(`${line}\n`);
});

test("an event that is not there is told with those that are", () => {
  const ran = plumbline(["explain", "note.txt", "--event", "nosuch"], { cwd: folder });
  expect(ran.status).toBe(1);
  expect(ran.stderr).toMatch(/No event has an id that begins with "nosuch".*e[0-9a-f]{16}/);
});
