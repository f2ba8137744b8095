import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { type Problem, problem } from "../record/index.ts";
import { decode } from "./decode.ts";
import type { StatedMetadata } from "./front-matter.ts";

export interface ReadText {
  readonly text: string | null;
  readonly stated: StatedMetadata;
  readonly problems: readonly Problem[];
}

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TD TH TR UL".split(" "),
);

interface NodeLike {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<NodeLike>;
}

interface ElementLike extends NodeLike {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  remove(): void;
}

/** What is used of a page: linkedom's own types need a browser's library, which the rooms do without. */
interface Page {
  readonly title: string;
  readonly body: NodeLike;
  querySelector(query: string): ElementLike | null;
  querySelectorAll(query: string): Iterable<ElementLike>;
}

/** Text of an element with its paragraphs apart; walked with a stack, for pages nested without end. */
function textOf(root: NodeLike): string {
  const parts: string[] = [];
  const stack: (NodeLike | string)[] = [root];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (typeof node === "string") parts.push(node);
    else if (node.nodeType === 3) parts.push((node.nodeValue ?? "").replace(/\s+/g, " "));
    else if (node.nodeName === "BR") parts.push("\n");
    else if (node.nodeName !== "SCRIPT" && node.nodeName !== "STYLE") {
      const isBlock = BLOCKS.has(node.nodeName);
      if (isBlock) parts.push("\n\n");
      if (isBlock) stack.push("\n\n");
      stack.push(...[...node.childNodes].reverse());
    }
  }
  return parts
    .join("")
    .replace(/[ \t\u00a0]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/ {2,}/g, " ")
    .trim();
}

const declaredCharset = (bytes: Uint8Array): string | null => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2048)).toString("latin1");
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null;
};

const DAY = /^(\d{4}-\d{2}-\d{2})/;

/** The day of publication where the page's own metadata states it, in the time zone it is written in. */
function publishedOf(document: Page): string | null {
  const metas = [
    'meta[property="article:published_time"]',
    'meta[name="article:published_time"]',
    'meta[itemprop="datePublished"]',
    'meta[name="date"]',
    'meta[name="DC.date.issued"]',
  ];
  const values = metas.map((query) => document.querySelector(query)?.getAttribute("content"));
  values.push(document.querySelector('time[itemprop="datePublished"]')?.getAttribute("datetime"));
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    values.push(/"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent ?? "")?.[1]);
  }
  for (const value of values) {
    const day = DAY.exec(value?.trim() ?? "")?.[1];
    if (day !== undefined) return day;
  }
  return null;
}

const siteOf = (document: Page): string | null =>
  document.querySelector('meta[property="og:site_name"]')?.getAttribute("content")?.trim() || null;

function statedBy(document: Page, title: string | null | undefined): StatedMetadata {
  const published = publishedOf(document);
  const source = siteOf(document);
  return {
    ...(title ? { title: title.trim() } : {}),
    ...(published === null ? {} : { published }),
    ...(source === null ? {} : { source }),
  };
}

/** The article of a page. Scripts never run: they are counted, dropped and told. */
export function readHtml(bytes: Uint8Array, file: string): ReadText {
  const { text: html, encoding } = decode(bytes, declaredCharset(bytes));
  const problems: Problem[] = encoding === null ? [] : [problem("file-decoded", { file, encoding }, "note")];
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const document: Page = parseHTML(whole).document;
  const title = document.title;
  const stated = statedBy(document, title);
  const scripts = [...document.querySelectorAll("script")].filter((script) => script.getAttribute("type") !== "application/ld+json");
  if (scripts.length > 0) problems.push(problem("html-scripts-removed", { file, count: scripts.length }, "note"));
  for (const element of document.querySelectorAll("script, style, noscript, template, iframe")) element.remove();
  // Readability takes the document apart, so the whole body's text is taken first, for pages too short for it.
  const body = textOf(document.body);
  const article = new Readability<NodeLike>(document, { serializer: (element: NodeLike) => element }).parse();
  const text = article?.content ? textOf(article.content) : body;
  if (text === "") return { text: null, stated, problems: [...problems, problem("html-without-article", { file })] };
  return { text, stated: { ...stated, ...(article?.title ? { title: article.title } : {}) }, problems };
}
