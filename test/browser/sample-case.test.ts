import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentsOf } from "../../src/desk/cli/inputs.ts";
import { openRecord, SAMPLE_RECORD } from "../../src/desk/cli/record-options.ts";
import { sheetOf } from "../../src/desk/cli/sheets.ts";
import { openPlumbline } from "../../src/desk/plumbline.ts";
import { PACKAGE_ROOT } from "../../src/desk/resources.ts";
import { type Served, serveSheets } from "../../src/desk/server/serve-sheets.ts";
import type { Sheet } from "../../src/desk/sheet.ts";
import { violationsOf } from "./axe-violations.ts";
import { ARTEFACTS, buildPage, openBrowser, openPage } from "./open-page.ts";

const SAMPLE = join(PACKAGE_ROOT, "samples", "kazakhstan-column.md");

async function sampleSheet(): Promise<Sheet> {
  const { record, problems } = await openRecord(SAMPLE_RECORD);
  const ignore = (): void => {};
  for await (const document of documentsOf({ files: [SAMPLE] }, ignore)) {
    if (record !== null) return sheetOf(openPlumbline(), document, record);
  }
  throw new Error(`the sample case cannot be read: ${JSON.stringify(problems)}`);
}

let browser: Browser;
let built: Awaited<ReturnType<typeof buildPage>>;
let served: Served;
let sheet: Sheet;

beforeAll(async () => {
  mkdirSync(ARTEFACTS, { recursive: true });
  [browser, built, sheet] = await Promise.all([openBrowser(), buildPage(), sampleSheet()]);
  served = await serveSheets({ sheets: () => [sheet], port: 0, webRoot: built.webRoot });
});
afterAll(async () => {
  await browser.close();
  await served.close();
  built.remove();
});

test("the sample case opens; hovering any event lights its own words; no complaint, no request elsewhere", async () => {
  const { page, complaints } = await openPage(browser, served.url);
  expect(sheet.coded.events.length).toBeGreaterThan(0);
  await page.getByRole("tab", { name: "Events" }).click();
  for (const event of sheet.coded.events) {
    await page.locator(`[id="card-event:${event.id}"] .card-name`).hover();
    const lit = await page.locator('#article [data-light="lit"]').allTextContents();
    const trigger = event.evidence[0]?.text ?? "";
    expect(lit.join("").replace(/\s+/g, " ")).toContain(trigger.replace(/\s+/g, " "));
  }
  await page.locator(".map-land").waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("that it is invented for demonstration is said on the page, at the top and at the end", async () => {
  const { page } = await openPage(browser, served.url);
  expect(sheet.notice).toMatch(/invented/i);
  expect(
    await page
      .getByText(sheet.notice ?? "", { exact: true })
      .and(page.locator(".notice"))
      .count(),
  ).toBe(2);
  await page.context().close();
});

describe.each(["light", "dark"] as const)("pictures, %s", (colorScheme) => {
  test.each([
    [1400, 980],
    [390, 844],
  ])("at %i px (docs/images/page.png is the light one at 1400)", async (width, height) => {
    const { page, complaints } = await openPage(browser, served.url, { colorScheme, viewport: { width, height } });
    await page.locator(".map-land").waitFor();
    await page.screenshot({ path: join(ARTEFACTS, `sample-${colorScheme}-${width}-whole.png`), fullPage: true });
    await page.getByRole("button", { name: /^Contradicted/ }).click();
    await page.locator(".claim-card:visible .claim-words").first().hover();
    await page.screenshot({ path: join(ARTEFACTS, `sample-${colorScheme}-${width}.png`) });
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test.each(["Claims", "Events", "Weak spots"])("axe finds no violation on its %s", async (tab) => {
  const { page } = await openPage(browser, served.url);
  await page.locator(".map-land").waitFor();
  await page.getByRole("tab", { name: tab }).click();
  expect(await violationsOf(page)).toEqual([]);
  await page.context().close();
});
