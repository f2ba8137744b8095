import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** `sources/ab/abcd…` */
export const keptPath = (folder: string, kind: "sources" | "texts", hash: string): string =>
  join(folder, kind, hash.slice(0, 2), hash);

/** Keeps bytes under a hash, once and for good: written beside, flushed, renamed. Bytes already there are left alone. */
export function keepBytes(folder: string, kind: "sources" | "texts", hash: string, bytes: Uint8Array): void {
  const path = keptPath(folder, kind, hash);
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  const file = openSync(part, "w");
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
}
