import { existsSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import type { ByteSource } from "../places/index.ts";
import { dataFolder } from "./data-folder.ts";

/** Where `plumbline gazetteer add` writes the user's own places. */
export const addedGazetteerFile = (env: NodeJS.ProcessEnv = process.env): string =>
  join(dataFolder(env).path, "gazetteer-added.bin");

/** A file read where it is asked; it stays open as long as the process runs. */
export function fileSource(file: string): ByteSource {
  const handle = openSync(file, "r");
  return {
    size: fstatSync(handle).size,
    read: (offset, length) => {
      const bytes = new Uint8Array(length);
      const count = readSync(handle, bytes, 0, length, offset);
      return count === length ? bytes : bytes.subarray(0, count);
    },
  };
}

/** The user's own places, or null where none were added. */
export function addedGazetteer(env: NodeJS.ProcessEnv = process.env): ByteSource | null {
  const file = addedGazetteerFile(env);
  return existsSync(file) ? fileSource(file) : null;
}
