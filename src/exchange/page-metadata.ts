import type { CivilDay } from "../record/index.ts";
import type { StatedAbout } from "./document-header.ts";
import { statedDay } from "./stated-date.ts";

interface Element {
  readonly textContent: string | null;
  getAttribute?(name: string): string | null;
}
interface Page {
  querySelectorAll(selector: string): Iterable<Element>;
}

/** Where pages state when they were published, most explicit first. "Modified" times are another thing. */
const PUBLISHED_FIELDS: readonly { readonly selector: string; readonly attribute: string }[] = [
  { selector: 'meta[property="article:published_time"], meta[name="article:published_time"]', attribute: "content" },
  { selector: 'meta[itemprop="datePublished"], meta[name="datePublished"]', attribute: "content" },
  { selector: 'meta[name="parsely-pub-date"], meta[name="sailthru.date"], meta[name="pubdate"]', attribute: "content" },
  { selector: 'meta[name="DC.date.issued"], meta[name="dcterms.issued"], meta[name="dc.date"]', attribute: "content" },
  { selector: 'time[itemprop="datePublished"], time[pubdate]', attribute: "datetime" },
  { selector: 'meta[name="date"]', attribute: "content" },
];

const attributes = (page: Page, selector: string, attribute: string): string[] =>
  [...page.querySelectorAll(selector)].flatMap((element) => element.getAttribute?.(attribute) ?? []);

/** Every object of a JSON-LD block, the nested ones too (a page's `@graph`). */
function* objectsIn(value: unknown, depth = 0): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== "object" || value === null || depth > 8) return;
  if (!Array.isArray(value)) yield value as Readonly<Record<string, unknown>>;
  for (const inner of Object.values(value)) yield* objectsIn(inner, depth + 1);
}

/** A block that is not JSON states nothing; pages are full of them, and the article is read all the same. */
function parsedBlock(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const isArticle = (type: unknown): boolean =>
  [type].flat().some((t) => typeof t === "string" && /(?:Article|Posting|Report)$/.test(t));

/** JSON-LD is read as data, never run. */
function inLinkedData(page: Page): CivilDay | null {
  for (const block of page.querySelectorAll('script[type="application/ld+json"]')) {
    for (const object of objectsIn(parsedBlock(block.textContent ?? ""))) {
      if (!isArticle(object["@type"]) || typeof object.datePublished !== "string") continue;
      const day = statedDay(object.datePublished);
      if (day !== null) return day;
    }
  }
  return null;
}

function publishedDay(page: Page): CivilDay | null {
  for (const { selector, attribute } of PUBLISHED_FIELDS) {
    const day = attributes(page, selector, attribute)
      .map(statedDay)
      .find((d) => d !== null);
    if (day !== undefined) return day;
  }
  return inLinkedData(page);
}

const firstOf = (page: Page, selector: string, attribute: string): string | null =>
  attributes(page, selector, attribute)
    .map((value) => value.trim())
    .find((value) => value !== "") ?? null;

/** What a page's metadata states. Call before scripts are taken out: JSON-LD stands in one. */
export const statedInPage = (page: Page): StatedAbout => ({
  title: firstOf(page, 'meta[property="og:title"]', "content"),
  published: publishedDay(page),
  source: firstOf(page, 'meta[property="og:site_name"]', "content"),
  notice: null,
  url: firstOf(page, 'link[rel="canonical"]', "href") ?? firstOf(page, 'meta[property="og:url"]', "content"),
});
