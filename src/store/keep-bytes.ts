import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** `sources/ab/abcd…` */
export const keptPath = (folder: string, kind: "sources" | "texts", hash: string): string =>
  join(folder, kind, hash.slice(0, 2), hash);

/** Writes all of the bytes: one call may write a part of them and say so. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** A new or renamed file is sure only when its folder is flushed too. Windows opens no folders and needs no flush. */
export function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Keeps bytes under a hash, once and for good: written beside, flushed, renamed. Bytes already there are left alone. */
export function keepBytes(folder: string, kind: "sources" | "texts", hash: string, bytes: Uint8Array): void {
  const path = keptPath(folder, kind, hash);
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  try {
    const file = openSync(part, "w");
    try {
      writeAll(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true }); // a full disk leaves half of it
    throw error;
  }
  flushFolder(dirname(path));
}
