import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

export const ARTEFACTS = fileURLToPath(new URL("../../artefacts/", import.meta.url));
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const VITE = join(ROOT, "node_modules/vite/bin/vite.js");

/** Builds the page into a folder of its own, so that no test depends on an older build. */
export async function buildPage(): Promise<{ webRoot: string; remove: () => void }> {
  const webRoot = mkdtempSync(join(tmpdir(), "plumbline-built-"));
  // A process of its own: under vitest NODE_ENV is "test", which would build the slow development React.
  await promisify(execFile)(process.execPath, [VITE, "build", "--outDir", webRoot, "--logLevel", "warn"], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production" },
  });
  return { webRoot, remove: () => rmSync(webRoot, { recursive: true }) };
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.PLUMBLINE_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--no-first-run",
    ],
  });

export interface WatchedPage {
  readonly page: Page;
  /** Console errors and warnings, uncaught errors, and requests to anywhere but the page's own origin. */
  readonly complaints: readonly string[];
}

/** Opens `url` and listens for everything that a finished page must not do. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const home = new URL(url);
  const isHome = (address: string): boolean =>
    home.protocol === "file:" ? address === url : new URL(address).origin === home.origin;
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith("data:") && !isHome(address)) complaints.push(`request: ${address}`);
  });
  await page.goto(url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return { page, complaints };
}
