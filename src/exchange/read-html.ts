import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { type Problem, problem } from "../record/index.ts";
import { decodeText } from "./decode-text.ts";
import { NOTHING_STATED, type StatedAbout } from "./document-header.ts";
import { exceeds, type Markup, markupText } from "./markup-text.ts";
import { statedInPage } from "./page-metadata.ts";

export interface ReadText {
  readonly text: string;
  readonly about: StatedAbout;
  readonly problems: readonly Problem[];
}

/** The charset a page declares about itself, in the first kilobyte, as browsers look for it. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head)?.[1] ??
    null
  );
}

/** What runs or frames foreign pages. Nothing of it runs here in any case: the parser has no engine. */
const DATA_BLOCKS = 'script[type="application/ld+json"], script[type="application/json"]';
const FRAMES = "iframe, object, embed, applet";
const UNREAD = "style, noscript, template, nav, footer, form, aside, svg, math, button, select";

interface Page {
  readonly body: Markup | null;
  querySelectorAll(selector: string): Iterable<Markup & { remove(): void }>;
}

function removeAll(page: Page, selector: string): number {
  const found = [...page.querySelectorAll(selector)];
  for (const element of found) element.remove();
  return found.length;
}

/** Readability's time grows with the cube of the depth; real pages stay far below these. */
const READABLE = { elements: 50_000, depth: 100 };

/**
 * Readability takes menus and boxes off a page, but gives up on a short one: then the body is read, without what is
 * never part of an article.
 */
function articleText(page: Page): { readonly text: string; readonly title: string | null } {
  removeAll(page, "nav, template, noscript");
  if (page.body === null || exceeds(page.body, READABLE)) return { text: "", title: null };
  const article = new Readability<Markup>(page as never, { serializer: (node) => node as unknown as Markup }).parse();
  const text = article?.content ? markupText(article.content) : "";
  return { text, title: article?.title?.trim() || null };
}

function bodyText(html: string): string {
  const page = parseHTML(html).document as unknown as Page;
  removeAll(page, `script, ${FRAMES}, ${UNREAD}`);
  return page.body === null ? "" : markupText(page.body);
}

/** A fragment has no body of its own; the parser then leaves its elements outside. */
const asPage = (html: string): string =>
  /<body\b/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;

export function readHtml(bytes: Uint8Array, file: string, charset: string | null): ReadText {
  const decoded = decodeText(bytes, file, charset ?? declaredCharset(bytes));
  const html = /<html\b/i.test(decoded.text) ? decoded.text : asPage(decoded.text);
  const page = parseHTML(html).document as unknown as Page;
  const stated = statedInPage(page);
  removeAll(page, `${DATA_BLOCKS}, ${FRAMES}`);
  const scripts = removeAll(page, "script");
  const article = articleText(page);
  const text = article.text === "" ? bodyText(html) : article.text;
  const problems: Problem[] = [...decoded.problems];
  if (scripts > 0) problems.push(problem("html-scripts-removed", { file, count: scripts }, "note"));
  if (text === "") problems.push(problem("html-without-article", { file }));
  return { text, about: { ...NOTHING_STATED, ...stated, title: stated.title ?? article.title }, problems };
}
