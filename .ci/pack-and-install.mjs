// Packs the package, installs the tarball in an empty folder and runs it there as a user would.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const work = mkdtempSync(join(tmpdir(), "plumbline-pack-"));
const run = (command, args, options = {}) =>
  execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], ...options });

function must(what, holds) {
  if (!holds) throw new Error(`${what}: it did not`);
  console.log(`ok: ${what}`);
}

try {
  run("npx", ["publint", "--strict"]);
  run("npm", ["pack", "--silent", "--pack-destination", work]);
  const tarball = join(
    work,
    readdirSync(work).find((name) => name.endsWith(".tgz")),
  );
  const home = join(work, "home");
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), '{ "private": true }\n');
  run("npm", ["install", "--silent", "--no-audit", "--no-fund", tarball], { cwd: home });

  const plumbline = (...args) =>
    spawnSync(join("node_modules", ".bin", "plumbline"), args, { cwd: home, encoding: "utf8" });
  must("plumbline --version prints the version", /^\d+\.\d+\.\d+\n$/.test(plumbline("--version").stdout));
  must("plumbline doctor finds nothing missing", plumbline("doctor").status === 0);
  writeFileSync(
    join(home, "docs.jsonl"),
    `${JSON.stringify({ id: "a", text: "Gunmen killed two policemen in Aktobe on 5 June 2016." })}\n`,
  );
  const coded = plumbline("code", "--in", "docs.jsonl", "--out", "coded.jsonl");
  must("plumbline code ends well", coded.status === 0);
  must(
    "plumbline code finds the event",
    JSON.parse(readFileSync(join(home, "coded.jsonl"), "utf8")).events.length === 1,
  );
  const sample = join("node_modules", "plumbline", "samples", "kazakhstan-column.md");
  must("plumbline check prints a ledger", / claims: /.test(plumbline("check", sample).stdout));
  must("plumbline report writes a page", plumbline("report", sample, "--out", "report.html").status === 0);
  must("the report is one whole page", readFileSync(join(home, "report.html"), "utf8").endsWith("</html>\n"));
  const rooms = [
    "record",
    "text",
    "dates",
    "places",
    "actors",
    "events",
    "linking",
    "patterns",
    "claims",
    "exchange",
    "store",
  ];
  const imports = rooms.map((room) => `await import("plumbline/${room}");`).join("");
  run("node", ["--input-type=module", "-e", `await import("plumbline");${imports}`], { cwd: home });
  must("every room can be imported by its name", true);
} finally {
  rmSync(work, { recursive: true, force: true });
}
