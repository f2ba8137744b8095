import { spawn } from "node:child_process";

/** Is there a desktop to open a browser on, and somebody at the terminal? */
export function hasDesktop(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, isTerminal: boolean): boolean {
  if (!isTerminal || env.CI || env.SSH_CONNECTION) return false;
  return platform === "win32" || platform === "darwin" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** Opens `url` where there is a desktop. A desktop without a browser is no trouble: the address was printed. */
export function openBrowser(url: string): void {
  if (!hasDesktop(process.env, process.platform, process.stdout.isTTY === true)) return;
  const [command, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => process.stderr.write(`note: no browser could be opened; go to ${url}\n`));
  child.unref();
}
