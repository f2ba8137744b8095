import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { type Problem, problem } from "../record/index.ts";

function preferredFolder(env: NodeJS.ProcessEnv): string {
  if (env.PLUMBLINE_HOME) return env.PLUMBLINE_HOME;
  if (process.platform === "win32" && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, "plumbline");
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support", "plumbline");
  return join(env.XDG_DATA_HOME || join(homedir(), ".local", "share"), "plumbline");
}

function canWrite(folder: string): boolean {
  const probe = join(folder, `.write-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EACCES" || code === "EROFS" || code === "EPERM" || code === "ENOENT" || code === "ENOTDIR")
      return false;
    throw error;
  }
}

/** Where Plumbline keeps the sample case: the user's data folder (or PLUMBLINE_HOME), else a temporary one, said aloud. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env): { path: string; problems: readonly Problem[] } {
  const path = preferredFolder(env);
  if (canWrite(path)) return { path, problems: [] };
  const used = join(tmpdir(), "plumbline");
  mkdirSync(used, { recursive: true });
  return { path: used, problems: [problem("folder-not-writable", { path, used }, "warning")] };
}
