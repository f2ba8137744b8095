import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Problem, problem } from "../record/index.ts";

const lockPath = (folder: string): string => join(folder, "lock");

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function take(folder: string): boolean {
  try {
    writeFileSync(lockPath(folder), String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** One process at a time. A lock whose holder died is taken over; a living holder is named. */
export function lockCase(folder: string): Problem | null {
  if (take(folder)) return null;
  const pid = Number(readFileSync(lockPath(folder), "utf8"));
  if (Number.isInteger(pid) && pid > 0 && isAlive(pid)) return problem("case-held", { path: folder, pid });
  rmSync(lockPath(folder), { force: true });
  return take(folder) ? null : problem("case-held", { path: folder, pid });
}

export const unlockCase = (folder: string): void => rmSync(lockPath(folder), { force: true });
