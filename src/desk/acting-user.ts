import { userInfo } from "node:os";
import type { By } from "../store/index.ts";

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}

/** Who acts, and now: the only place where a case's times come from. */
export const actingUser = (): By => ({ time: new Date().toISOString(), actor: userName() });
