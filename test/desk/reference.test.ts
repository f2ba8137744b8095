import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readReference } from "../../src/desk/cli/reference.ts";
import { incidentSchema } from "../../src/record/index.ts";
import { emptyFolder, jsonLines, plumbline } from "./run-plumbline.ts";

const OWN = "id,date_from,date_to,date_precision,place,country,class,description\n";
const UCDP_HEADER =
  "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name," +
  "side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date," +
  "source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid," +
  "country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob";

/** An invented row in the layout of UCDP GED. */
const ucdpRow = (cells: Readonly<Record<string, string>>): string =>
  UCDP_HEADER.split(",")
    .map((column) => cells[column] ?? "")
    .join(",");
const RAID = ucdpRow({
  id: "901",
  relid: "X-1",
  year: "2016",
  type_of_violence: "1",
  where_prec: "1",
  where_coordinates: "Aktobe",
  adm_1: "Aktobe region",
  latitude: "50.28",
  longitude: "57.21",
  country: "Kazakhstan",
  event_clarity: "1",
  date_prec: "1",
  date_start: "2016-06-05",
  date_end: "2016-06-05",
  best: "2",
  high: "2",
  low: "2",
});

const written = (name: string, text: string): string => {
  const file = join(emptyFolder(), name);
  writeFileSync(file, text);
  return file;
};

test("a dataset is told by its header, a table of our own layout is taken as such", async () => {
  const ucdp = await readReference(written("ged.csv", `${UCDP_HEADER}\n${RAID}\n`));
  expect(ucdp.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(ucdp.reference).toMatchObject({
    dataset: "ucdp-ged",
    rows: [{ from: "2016-06-05", killed: { min: 2, max: 2 } }],
  });
  const own = written(
    "own.csv",
    `${OWN}r1,2016-06-05,2016-06-05,day,Aktobe,KZ,armed-assault,Gunmen shot two policemen.\n`,
  );
  expect((await readReference(own)).reference).toMatchObject({ dataset: own, rows: [{ id: "r1" }] });
});

test.each([
  ["a layout that it is not", "gtd", /said to be gtd.*ucdp-ged/],
  ["a mapping file that is not there", "none.json", /none\.json/],
])("%s is told", async (_, as, message) => {
  const { reference, problems } = await readReference(written("ged.csv", `${UCDP_HEADER}\n${RAID}\n`), as);
  const { explain } = await import("../../src/record/index.ts");
  expect(reference).toBeNull();
  expect(problems.map(explain).join("\n")).toMatch(message);
});

test("link joins an incident to the row that is it, and says which dataset", () => {
  const folder = emptyFolder();
  const text = "Gunmen killed two policemen in Aktobe on 5 June 2016, the Interior Ministry said.";
  writeFileSync(join(folder, "docs.jsonl"), `${JSON.stringify({ id: "a", text })}\n`);
  writeFileSync(join(folder, "ged.csv"), `${UCDP_HEADER}\n${RAID}\n`);
  plumbline(["code", "--in", "docs.jsonl", "--out", "coded.jsonl"], { cwd: folder });
  const ran = plumbline(["link", "--docs", "docs.jsonl", "--coded", "coded.jsonl", "--reference", "ged.csv"], {
    cwd: folder,
  });
  expect(ran.status).toBe(0);
  const [incident] = jsonLines(ran.stdout).map((line) => incidentSchema.parse(line));
  expect(incident?.references).toMatchObject([{ dataset: "ucdp-ged", band: "joined" }]);
});

test("GDELT counts reports: no claim is checked against it", () => {
  const cells = Array.from({ length: 58 }, (_, i) => (i === 0 ? "410000001" : i === 1 ? "20160605" : ""));
  const folder = emptyFolder();
  writeFileSync(join(folder, "gdelt.tsv"), `${cells.join("\t")}\n`);
  writeFileSync(join(folder, "a.txt"), "Gunmen killed two policemen in Aktobe on 5 June 2016.");
  const ran = plumbline(["check", "a.txt", "--record", "gdelt.tsv"], { cwd: folder });
  expect(ran.status).not.toBe(0);
  expect(ran.stderr).toMatch(/counts? reports, not events/);
});
