// biome-ignore-all lint/performance/useDomNodeTextContent: a page is judged by the words that are seen on it

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Served, serveSheets } from "../../src/desk/server/serve-sheets.ts";
import type { Sheet } from "../../src/desk/sheet.ts";
import { INVENTED_SHEET } from "./invented-sheet.ts";
import { buildPage, openBrowser, openPage, type WatchedPage } from "./open-page.ts";

let browser: Browser;
let built: Awaited<ReturnType<typeof buildPage>>;
let served: Served;
let sheets: readonly Sheet[] = [INVENTED_SHEET];
const opened: WatchedPage[] = [];

beforeAll(async () => {
  [browser, built] = await Promise.all([openBrowser(), buildPage()]);
  served = await serveSheets({ sheets: () => sheets, port: 0, webRoot: built.webRoot });
});
afterAll(async () => {
  await browser.close();
  await served.close();
  built.remove();
});
afterEach(async () => {
  for (const { page, complaints } of opened.splice(0)) {
    await page.context().close();
    expect(complaints).toEqual([]);
  }
  sheets = [INVENTED_SHEET];
});

async function open(options: Parameters<typeof openPage>[2] = {}, path = ""): Promise<Page> {
  const watched = await openPage(browser, served.url + path, options);
  opened.push(watched);
  return watched.page;
}

/** The article's words that are lit or selected, in order. */
const litWords = (page: Page): Promise<string> =>
  page
    .locator('#article [data-light]:not([data-light="no"])')
    .allTextContents()
    .then((parts) => parts.join("|"));

const lightOf = (page: Page, card: string): Promise<string | null> =>
  page.locator(`[id="card-${card}"]`).getAttribute("data-light");

describe("article and events", () => {
  test("hovering an event lights its words, and leaving it puts them out", async () => {
    const page = await open();
    await page.getByRole("tab", { name: "Events" }).click();
    await page.locator('[id="card-event:e1"] .card-name').hover();
    expect(await litWords(page)).toBe(
      "3 March 2014|gunmen|opened fire|a bus station in |Port Ardel|killing eight people|wounding several others|the mayor".replace(
        "a bus station in |Port Ardel",
        "a bus station| in Port Ardel",
      ),
    );
    await page.mouse.move(0, 0);
    expect(await litWords(page)).toBe("");
  });

  test("hovering one value lights its words alone", async () => {
    const page = await open();
    await page.getByRole("tab", { name: "Events" }).click();
    await page.locator('[id="card-event:e1"] .field', { hasText: "Killed" }).hover();
    expect(await litWords(page)).toBe("killing eight people");
  });

  test("hovering words lights their event's card and says it below the article", async () => {
    const page = await open();
    await page.getByRole("tab", { name: "Events" }).click();
    await page.locator("#article .words", { hasText: "opened fire" }).hover();
    expect(await lightOf(page, "event:e1")).toBe("lit");
    expect(await lightOf(page, "event:e2")).toBe("no");
    expect(await page.locator(".peek").innerText()).toContain("Armed attack, Port Ardel, 3 March 2014");
  });

  test("a card says type, date and place with their precision, toll, source and what was worked out", async () => {
    const page = await open();
    await page.getByRole("tab", { name: "Events" }).click();
    const first = await page.locator('[id="card-event:e1"]').innerText();
    for (const words of [
      "Armed attack",
      "to the day",
      "to the building or site",
      "at least 2",
      "as told by a source",
      "the mayor",
    ]) {
      expect(first).toContain(words);
    }
    expect(await page.locator('[id="card-event:e2"]').innerText()).toContain("worked out: counted from event before");
    expect(await page.locator('[id="card-event:e4"]').innerText()).toContain("May 2014 month only");
    expect(await page.locator('[id="card-event:e9"]').innerText()).toContain("no place given");
  });

  test("the text on the page is the article's, letter for letter", async () => {
    const page = await open();
    const shown = await page.locator("#article p").evaluateAll((paragraphs) =>
      paragraphs.map((paragraph) => {
        const copy = paragraph.cloneNode(true) as Element;
        for (const marker of copy.querySelectorAll(".marker")) marker.remove();
        return copy.textContent;
      }),
    );
    const paragraphs = INVENTED_SHEET.document.text.split("\n").filter((paragraph) => paragraph.trim() !== "");
    expect(shown).toEqual(paragraphs.slice(1));
  });
});

describe("claims", () => {
  test("each shows its verdict in a sign and a word, and its reason with the row named", async () => {
    const page = await open();
    const card = page.locator('[id="card-claim:2"]');
    expect(await card.locator(".pill").first().innerText()).toBe("Contradicted");
    expect(await card.locator(".pill svg").count()).toBeGreaterThan(0);
    expect(await card.locator(".reason").innerText()).toBe(
      "The record has it (Armed attack, Port Ardel, 3 March 2014), but with 6 to 7 killed; the text says 8.",
    );
  });

  test("all six verdicts have a word of their own", async () => {
    const page = await open();
    const words = await page.locator(".pill-choice").allInnerTexts();
    expect(new Set(words.map((word) => word.replace(/\s*\d+$/, "").trim())).size).toBe(6);
  });

  test("a cited row opens in place and shows the record's own cells", async () => {
    const page = await open();
    const row = page.locator('[id="card-claim:2"]').getByRole("button", { name: "disagrees" });
    const cells = page.locator('[id="card-claim:2"] .row-cells');
    expect(await cells.isVisible()).toBe(false);
    await row.click();
    expect(await row.getAttribute("aria-expanded")).toBe("true");
    const words = await cells.innerText();
    for (const cell of ["6 to 7", "two unnamed men", "Invented Wire", "not recorded"]) expect(words).toContain(cell);
  });

  test("clicking a claim's words brings them into view, selects them, and the address names them", async () => {
    const page = await open();
    await page.locator('[id="card-claim:13"] .claim-words button').click();
    const words = page.locator("#article .words", { hasText: "there will be more attacks" });
    await expect
      .poll(() =>
        words.evaluate((element) => {
          const pane = document.querySelector("#article");
          if (pane === null) return false;
          const [here, frame] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
          return here.top >= frame.top && here.bottom <= frame.bottom;
        }),
      )
      .toBe(true);
    expect(await words.getAttribute("data-light")).not.toBe("no");
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe("#claim:13");
  });

  test("an address that names a claim opens with it selected", async () => {
    const page = await open({}, "#claim%3A6");
    await expect.poll(() => lightOf(page, "claim:6")).toBe("selected");
  });

  test("a verdict filters the ledger, says how many are left, and lets go again", async () => {
    const page = await open();
    const choice = page.getByRole("button", { name: /^Contradicted/ });
    await choice.click();
    expect(await page.locator(".claim-card:visible").count()).toBe(2);
    expect(await page.getByRole("status").innerText()).toBe("2 of 13 claims shown");
    await choice.click();
    expect(await page.locator(".claim-card:visible").count()).toBe(13);
  });
});

describe("what the article leaves out", () => {
  test("violence stands above the axis, protest below it; cited marks are filled, omitted ones hollow", async () => {
    const page = await open();
    const middles = async (lane: string): Promise<readonly number[]> =>
      page
        .locator(`.lanes .mark.tone-${lane} .mark-reach`)
        .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().top));
    const [violence, protest] = [await middles("violence"), await middles("protest")];
    expect(Math.max(...violence)).toBeLessThan(Math.min(...protest));
    expect(violence.length + protest.length).toBe(INVENTED_SHEET.timeline.marks.length);
    const filled = await page
      .locator(".lanes .mark-dot.mark-both")
      .first()
      .evaluate((mark) => getComputedStyle(mark).fill);
    const hollow = await page
      .locator(".lanes .mark-dot.mark-omitted")
      .first()
      .evaluate((mark) => getComputedStyle(mark).fill);
    expect(filled).not.toBe(hollow);
  });

  test("a day is a dot, a month or a year a bar with soft ends", async () => {
    const page = await open();
    const ofEvent = (label: RegExp) =>
      page.getByRole("group", { name: "Timeline" }).getByRole("button", { name: label });
    expect(
      await ofEvent(/^3 March 2014: Armed attack/)
        .locator("circle")
        .count(),
    ).toBe(1);
    expect(
      await ofEvent(/^2015: Kidnapping/)
        .locator("rect.mark-bar")
        .getAttribute("fill"),
    ).toBe("url(#soft-violence)");
  });

  test("the chart has a table with every mark", async () => {
    const page = await open();
    await page.locator("#left-out").getByText("View as table").click();
    expect(await page.locator("#left-out .view tbody tr:visible").count()).toBe(INVENTED_SHEET.timeline.marks.length);
  });

  test("events without a date stand in a tray", async () => {
    const page = await open();
    expect(await page.locator("#left-out .tray").innerText()).toContain("Assault");
  });

  test("every omitted row can be reached, eight at first", async () => {
    const page = await open();
    expect(await page.locator(".omitted:visible").count()).toBe(8);
    await page.getByRole("button", { name: `Show all ${INVENTED_SHEET.omissions.length}` }).click();
    expect(await page.locator(".omitted:visible").count()).toBe(INVENTED_SHEET.omissions.length);
  });

  test("the table of months counts what the months hold, and the sentence says no more", async () => {
    const page = await open();
    const { months } = INVENTED_SHEET.timeline;
    const both = months.filter((month) => month.violence > 0 && month.protest > 0).length;
    const row = page.locator(".counts tbody tr", { hasText: "both" });
    expect(await row.locator("td").first().innerText()).toBe(String(both));
    expect(await page.locator(".months").innerText()).toContain("these figures describe it and prove nothing");
  });
});

describe("the map", () => {
  test("draws towns as dots and everything coarser as an area", async () => {
    const page = await open();
    const dots = await page
      .locator(".map-dot")
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label")));
    const areas = await page
      .locator(".map-area")
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label")));
    expect(dots).toHaveLength(3);
    expect(dots.join()).not.toMatch(/Upper Orla|Paraguay/);
    expect(areas.join()).toMatch(/Upper Orla/);
    expect(areas.join()).toMatch(/Paraguay/);
  });

  test("lists events without a place beside it", async () => {
    const page = await open();
    expect(await page.locator("#map .tray li").count()).toBe(2);
  });

  test("zooms by its buttons and by keys, and comes back", async () => {
    const page = await open();
    const shift = (): Promise<string | null> => page.locator(".map > g").first().getAttribute("transform");
    const before = await shift();
    await page.getByRole("button", { name: "Zoom in" }).click();
    await expect.poll(shift).not.toBe(before);
    await page.getByRole("button", { name: "Whole area" }).click();
    await expect.poll(shift).toBe(before);
    await page.locator(".map-dot").first().focus();
    await page.keyboard.press("+");
    await expect.poll(shift).not.toBe(before);
  });

  test("says whose borders and whose places it draws", async () => {
    const page = await open();
    const credit = await page.locator(".credit").innerText();
    expect(credit).toContain("Natural Earth");
    expect(credit).toContain("GeoNames");
  });

  test("shows the omitted rows as hollow rings when asked", async () => {
    const page = await open();
    expect(await page.locator(".map-omitted").count()).toBe(0);
    await page.getByRole("switch", { name: "Also what the article leaves out" }).check({ force: true });
    expect(await page.locator(".map-omitted").count()).toBeGreaterThan(0);
  });
});

describe("keyboard", () => {
  const focused = (page: Page): Promise<string> =>
    page.evaluate(
      () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
    );

  test("the first stop skips to the article", async () => {
    const page = await open();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Skip to the article");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatch(/^Claim 1/);
  });

  test("a number in the text lights its card, Enter selects it, Escape lets go", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Claim 2: Contradicted" }).focus();
    expect(await lightOf(page, "claim:2")).toBe("lit");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await lightOf(page, "claim:2")).toBe("selected");
    await page.keyboard.press("Escape");
    expect(await lightOf(page, "claim:2")).toBe("no");
  });

  test("arrows change the tab", async () => {
    const page = await open();
    await page.getByRole("tab", { name: "Claims" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.locator(".event-card").first().isVisible()).toBe(true);
  });

  test("the timeline is one stop; arrows step through it in the order of time", async () => {
    const page = await open();
    const marks = page.locator(".lanes .mark");
    expect(await page.locator('.lanes .mark[tabindex="0"]').count()).toBe(1);
    await marks.first().focus();
    const names = [await focused(page)];
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press("ArrowRight");
      names.push(await focused(page));
    }
    expect(new Set(names).size).toBe(4);
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe(names[2]);
  });
});

describe("print", () => {
  test("opens everything: panels, figures, tables and omissions, on white, without buttons", async () => {
    const page = await open({ colorScheme: "dark" });
    await page.getByRole("button", { name: /^Partly/ }).click();
    await page.emulateMedia({ media: "print" });
    const hidden = await page
      .locator(".card, .claim-details > .fold-body, .omitted, .view")
      .evaluateAll((parts) => parts.filter((part) => part.getClientRects().length === 0).length);
    expect(hidden).toBe(0);
    expect(await page.locator(".top").isVisible()).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  });

  test("gives every cited or omitted row once, with its cells", async () => {
    const page = await open();
    expect(await page.locator(".printed-row:visible").count()).toBe(0);
    await page.emulateMedia({ media: "print" });
    const cited = INVENTED_SHEET.ledger.flatMap((line) =>
      line.so.rows.filter(({ why }) => why !== "near").map(({ id }) => id),
    );
    const rows = new Set([...cited, ...INVENTED_SHEET.omissions.map(({ row }) => row)]);
    expect(await page.locator(".printed-row:visible").count()).toBe(rows.size);
  });
});

describe("phone", () => {
  const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

  test("nothing is wider than the screen", async () => {
    const page = await open(PHONE);
    for (const tab of ["Claims", "Events", "Weak spots"]) {
      await page.getByRole("tab", { name: tab }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }
  });

  test("a tap on words shows their line in place; from there the card, from the card the words and back", async () => {
    const page = await open(PHONE);
    await page.locator("#article .words", { hasText: "killing eight people" }).tap();
    const peek = page.locator(".peek");
    expect(await peek.innerText()).toContain("Claim 2");
    await peek.getByRole("button", { name: "Show" }).tap();
    await expect
      .poll(() =>
        page.locator('[id="card-claim:2"]').evaluate((card) => Math.abs(card.getBoundingClientRect().top - 300)),
      )
      .toBeLessThan(300);
    await page.locator('[id="card-claim:2"] .claim-words button').tap();
    await page.getByRole("button", { name: "Back to Claim 2" }).tap();
    await expect.poll(() => lightOf(page, "claim:2")).not.toBe("no");
  });
});

describe("other sheets", () => {
  const second: Sheet = {
    ...INVENTED_SHEET,
    document: { ...INVENTED_SHEET.document, id: "second/№ 2", title: "A second article" },
  };

  test("several articles can be chosen, and the address keeps the choice", async () => {
    sheets = [INVENTED_SHEET, second];
    const page = await open();
    await page.getByRole("combobox", { name: "Article" }).selectOption("second/№ 2");
    await page.getByRole("heading", { level: 1, name: "A second article" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "A second article" }).waitFor();
  });

  test("markup in a document stays text and runs nothing", async () => {
    const hostile = "<img src=x onerror=alert(1)> <script>alert(2)</script>";
    sheets = [
      {
        ...INVENTED_SHEET,
        notice: hostile,
        document: { ...INVENTED_SHEET.document, title: hostile, text: `${INVENTED_SHEET.document.text}\n\n${hostile}` },
      },
    ];
    const page = await open();
    expect(await page.locator("h1").innerText()).toBe(hostile);
    expect(await page.locator("main img, main script").count()).toBe(0);
  });

  test("an article with nothing in it, without a record, says so in every view", async () => {
    sheets = [
      {
        ...INVENTED_SHEET,
        notice: null,
        document: { id: "bare", text: "Nothing happened." },
        coded: { ...INVENTED_SHEET.coded, events: [], claims: [], issues: [], waves: [] },
        ledger: [],
        reasons: [],
        omissions: [],
        record: null,
        timeline: { from: "", to: "", marks: [], undated: [], months: [], together: null },
        notes: [],
      },
    ];
    const page = await open();
    const words = await page.locator("main").innerText();
    for (const said of [
      "No claim was found",
      "there is nothing to draw",
      "No event of the article has a place",
      "Compared with no record",
    ]) {
      expect(words.toLowerCase()).toContain(said.toLowerCase());
    }
  });
});

describe("the build", () => {
  const filesOf = (folder: string): readonly string[] => readdirSync(join(folder, "assets")).sort();

  test("is one script and one style sheet under 1.5 MB, the same from the same sources", async () => {
    const again = await buildPage();
    expect(filesOf(again.webRoot)).toEqual(filesOf(built.webRoot));
    expect(filesOf(built.webRoot)).toHaveLength(2);
    for (const name of filesOf(built.webRoot)) {
      expect(
        readFileSync(join(again.webRoot, "assets", name)).equals(readFileSync(join(built.webRoot, "assets", name))),
      ).toBe(true);
    }
    const bytes = filesOf(built.webRoot).reduce(
      (sum, name) => sum + statSync(join(built.webRoot, "assets", name)).size,
      0,
    );
    expect(bytes).toBeLessThan(1_500_000);
    again.remove();
  });
});
