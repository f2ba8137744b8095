import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Problem, problem } from "../record/index.ts";

const lockPath = (folder: string): string => join(folder, "lock");

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Takes the lock if nobody has it: "wx" makes the file or fails, with nothing in between. */
function take(folder: string): boolean {
  try {
    writeFileSync(lockPath(folder), String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** `null`: it has just been given back. A holder that died before it wrote its number reads as 0. */
function holder(folder: string): number | null {
  try {
    const pid = Number(readFileSync(lockPath(folder), "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : 0;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/**
 * Takes a dead holder's lock out of the way by a rename, which only one process can win; one that moved a fresh lock by
 * mistake (a third process was faster) puts it back.
 */
function clearDead(folder: string, dead: number): void {
  const aside = join(folder, `lock.dead-${process.pid}`);
  try {
    renameSync(lockPath(folder), aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  const moved = Number(readFileSync(aside, "utf8"));
  if (moved === dead || !isAlive(moved)) rmSync(aside);
  else renameSync(aside, lockPath(folder));
}

/** One process at a time. A lock whose holder died is taken over; a living holder is named. */
export function lockCase(folder: string): Problem | null {
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (take(folder)) return null;
      const pid = holder(folder);
      if (pid !== null && pid > 0 && isAlive(pid)) return problem("case-held", { path: folder, pid });
      if (pid !== null) clearDead(folder, pid);
    }
    return problem("case-held", { path: folder, pid: holder(folder) ?? 0 });
  } catch (error) {
    const detail = codeOf(error);
    if (detail === undefined) throw error;
    return problem("output-not-written", { file: lockPath(folder), detail });
  }
}

export const unlockCase = (folder: string): void => rmSync(lockPath(folder), { force: true });
