import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, serveSheets } from "../../src/desk/server/serve-sheets.ts";
import { violationsOf } from "./axe-violations.ts";
import { INVENTED_SHEET } from "./invented-sheet.ts";
import { ARTEFACTS, buildPage, openBrowser, openPage } from "./open-page.ts";

let browser: Browser;
let built: Awaited<ReturnType<typeof buildPage>>;
let served: Served;

beforeAll(async () => {
  mkdirSync(ARTEFACTS, { recursive: true });
  [browser, built] = await Promise.all([openBrowser(), buildPage()]);
  served = await serveSheets({ sheets: () => [INVENTED_SHEET], port: 0, webRoot: built.webRoot });
});
afterAll(async () => {
  await browser.close();
  await served.close();
  built.remove();
});

const open = async (options: BrowserContextOptions): Promise<Page> => {
  const { page } = await openPage(browser, served.url, options);
  await page.locator(".map-land").waitFor();
  return page;
};

/** States that draw something else; each is reached from a fresh page. */
const STATES: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ["as it opens", () => Promise.resolve()],
  [
    "with rows and figures open",
    async (page) => {
      for (const head of await page.locator(".claim-card .fold-head").all()) await head.click();
    },
  ],
  ["on the events", (page) => page.getByRole("tab", { name: "Events" }).click()],
  ["on the weak spots", (page) => page.getByRole("tab", { name: "Weak spots" }).click()],
  [
    "with an event selected and a verdict chosen",
    async (page) => {
      await page.getByRole("button", { name: /^Contradicted/ }).click();
      await page.getByRole("button", { name: "Claim 2: Contradicted" }).click();
    },
  ],
  [
    "with tables for charts and every omission",
    async (page) => {
      await page.getByRole("button", { name: /^Show all/ }).click();
      for (const label of await page.getByText("View as table").all()) await label.click();
    },
  ],
];

describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
  test.each(STATES)("axe finds no violation %s", async (_, reach) => {
    const page = await open({ colorScheme });
    await reach(page);
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });

  test.each([
    [1400, 900],
    [390, 844],
  ])("a picture at %i px", async (width, height) => {
    const page = await open({ colorScheme, viewport: { width, height } });
    await page.screenshot({ path: join(ARTEFACTS, `page-${colorScheme}-${width}.png`) });
    await page.screenshot({ path: join(ARTEFACTS, `page-${colorScheme}-${width}-whole.png`), fullPage: true });
    await page.getByRole("tab", { name: "Events" }).click();
    await page.locator(".event-card .card-name").first().hover();
    await page.screenshot({ path: join(ARTEFACTS, `events-${colorScheme}-${width}.png`) });
    for (const section of ["left-out", "map"]) {
      await page.locator(`#${section}`).evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
      await page.screenshot({ path: join(ARTEFACTS, `${section}-${colorScheme}-${width}.png`) });
    }
    await page.context().close();
  });

  test("no letter is smaller than 14 px", async () => {
    const page = await open({ colorScheme });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("body *")]
        .filter((element) =>
          [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ""),
        )
        .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 14)
        .map((element) => `${element.tagName} ${element.textContent}`),
    );
    expect(small).toEqual([]);
    await page.context().close();
  });
});

test("the phone's page has no violation either, with a tapped claim shown", async () => {
  const page = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.locator("#article .words").first().tap();
  expect(await violationsOf(page)).toEqual([]);
  await page.context().close();
});

test("with reduced motion asked for, nothing moves", async () => {
  const page = await open({ reducedMotion: "reduce" });
  const slow = await page
    .locator(".card, .words, .icon-chevron")
    .evaluateAll(
      (elements) =>
        elements.filter((element) => Number.parseFloat(getComputedStyle(element).transitionDuration) > 0.001).length,
    );
  expect(slow).toBe(0);
  await page.context().close();
});

test("the reader's choice of colours is kept, and wins over the system's", async () => {
  const page = await open({ colorScheme: "dark" });
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  await page.getByRole("button", { name: /^Colours: switch to light/ }).click();
  await expect.poll(paper).not.toBe(dark);
  const light = await paper();
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await paper()).toBe(light);
  await page.context().close();
});
