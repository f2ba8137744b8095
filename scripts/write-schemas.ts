/** Writes schemas/*.json from the zod schemas of the contract; `--check` compares instead (CI). */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import {
  codedDocumentSchema,
  coverageCardSchema,
  incidentSchema,
  inputDocumentSchema,
  ledgerLineSchema,
  omissionsLineSchema,
} from "../src/record/index.ts";

const FOLDER = join(fileURLToPath(new URL("..", import.meta.url)), "schemas");

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  document: inputDocumentSchema,
  "coded-document": codedDocumentSchema,
  "ledger-line": ledgerLineSchema,
  "omissions-line": omissionsLineSchema,
  incident: incidentSchema,
  "coverage-card": coverageCardSchema,
};

const check = process.argv.includes("--check");
mkdirSync(FOLDER, { recursive: true });
for (const [name, schema] of Object.entries(SCHEMAS)) {
  const file = join(FOLDER, `${name}.json`);
  const json = `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;
  if (!check) writeFileSync(file, json);
  else if (readFileSync(file, "utf8") !== json) {
    process.stderr.write(`${file} is not what the code says. Run: npm run schemas\n`);
    process.exitCode = 1;
  }
}
