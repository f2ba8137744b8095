import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reportHtml } from "../../src/desk/report.ts";
import { INVENTED_SHEET } from "./invented-sheet.ts";
import { buildPage, openBrowser, openPage } from "./open-page.ts";

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "plumbline-report-"));
const file = join(folder, "a report №1.html");

beforeAll(async () => {
  browser = await openBrowser();
  const { webRoot, remove } = await buildPage();
  writeFileSync(file, await reportHtml(INVENTED_SHEET, webRoot));
  remove();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test("opens from the disk, works, asks nobody for anything and complains of nothing", async () => {
  const { page, complaints } = await openPage(browser, pathToFileURL(file).href);
  await page.getByText("Invented for testing").first().waitFor();
  await page.getByRole("tab", { name: "Events" }).click();
  await page.locator('[id="card-event:e3"] .card-name').hover();
  expect(await page.locator('#article [data-light="lit"]').allTextContents()).toContain("marched");
  await page.locator(".map-land").waitFor();
  expect(await page.locator(".lanes .mark").count()).toBe(INVENTED_SHEET.timeline.marks.length);
  await page.getByRole("button", { name: /^Colours/ }).click();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("its own policy stops a request even where a script would make one", async () => {
  const { page } = await openPage(browser, pathToFileURL(file).href);
  const outcome = await page.evaluate(() =>
    fetch("https://example.org/").then(
      () => "asked",
      () => "stopped",
    ),
  );
  expect(outcome).toBe("stopped");
  await page.context().close();
});
