import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "./data-folder.ts";
import { plainBytes } from "./resources.ts";

/** Where `plumbline gazetteer add` writes the user's own places. */
export const addedGazetteerFile = (env: NodeJS.ProcessEnv = process.env): string =>
  join(dataFolder(env).path, "gazetteer-added.bin");

/** The user's own places, or null where none were added. */
export function addedGazetteer(env: NodeJS.ProcessEnv = process.env): Uint8Array | null {
  const file = addedGazetteerFile(env);
  return existsSync(file) ? plainBytes(readFileSync(file)) : null;
}
