import { once } from "node:events";
import { writeWhole } from "../../exchange/index.ts";
import type { Problem } from "../../record/index.ts";

async function toStdout(lines: AsyncIterable<string>): Promise<void> {
  for await (const line of lines) {
    if (!process.stdout.write(line)) await once(process.stdout, "drain");
  }
}

/** Lines to a file (whole or not at all) or, for `-`, to standard output as they come. */
export async function writeLines(out: string, lines: AsyncIterable<string>): Promise<readonly Problem[]> {
  if (out !== "-") return writeWhole(out, lines);
  await toStdout(lines);
  return [];
}
