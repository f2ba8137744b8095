import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { placesSheet } from "../../src/desk/make-places-sheet.ts";
import { placesHtml } from "../../src/desk/report.ts";
import { packageResources } from "../../src/desk/resources.ts";
import { openPlaces } from "../../src/places/index.ts";
import { openText } from "../../src/text/index.ts";
import { violationsOf } from "./axe-violations.ts";
import { buildPage, openBrowser, openPage } from "./open-page.ts";

const TEXT = "Gunmen struck Aktobe and fled into Aktobe region. Rioters in Paris, Texas, were held on Mill Road.";
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "plumbline-places-"));
const file = join(folder, "places.html");

beforeAll(async () => {
  browser = await openBrowser();
  const { webRoot, remove } = await buildPage();
  const sheet = placesSheet({ id: "raid", text: TEXT }, openText(packageResources), openPlaces(packageResources));
  writeFileSync(file, await placesHtml([sheet], webRoot));
  remove();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test("a town is a dot and a region an area, and a name opens its reasons", async () => {
  const { page, complaints } = await openPage(browser, pathToFileURL(file).href);
  await page.locator(".map-land").waitFor();
  expect(await page.locator(".map-dot").count()).toBe(2);
  expect(await page.locator(".map-area").count()).toBe(2);
  await page.locator(".place-name", { hasText: "Paris" }).click();
  const card = page.locator(".place-card", { hasText: "Paris, Texas" }).first();
  await card.getByText("it fits the place that the text says it lies in").first().waitFor();
  await card.getByText("Île-de-France").waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test.each(["light", "dark"] as const)("is readable for everybody in %s colours and on a phone", async (colorScheme) => {
  const { page } = await openPage(browser, pathToFileURL(file).href, {
    colorScheme,
    viewport: { width: 390, height: 844 },
  });
  await page.locator(".map-land").waitFor();
  expect(await violationsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.context().close();
});
