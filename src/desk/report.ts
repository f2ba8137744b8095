import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PlacesSheet } from "./places-sheet.ts";
import type { Sheet } from "./sheet.ts";

/** JSON that may stand inside a script element: no "<" can end it or open a comment in it. */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");

/** Built script for inlining. In our bundle these letters stand only inside strings, where the backslash is nothing. */
const scriptForInline = (script: string): string =>
  script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");

const sha256 = (text: string): string => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

const escapeHtml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** The file that `tag` (with one capture group for the path) refers to in the built index.html. */
async function builtFile(webRoot: string, index: string, tag: RegExp): Promise<string> {
  const path = tag.exec(index)?.[1];
  if (path === undefined) throw new Error(`${webRoot}/index.html refers to no file as ${tag.source}`);
  return readFile(join(webRoot, path), "utf8");
}

/** A built page with its data as a single file that works from a disk, offline: its own policy forbids every request. */
async function selfContained(webRoot: string, title: string, id: string, carried: unknown): Promise<string> {
  const index = await readFile(join(webRoot, "index.html"), "utf8");
  const script = scriptForInline(await builtFile(webRoot, index, /<script[^>]* src="\.?\/?([^"]+)"/));
  const style = await builtFile(webRoot, index, /<link rel="stylesheet"[^>]* href="\.?\/?([^"]+)"/);
  const policy = [
    "default-src 'none'",
    `script-src ${sha256(script)}`,
    `style-src ${sha256(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const icon = /<link rel="icon"[^>]*>/.exec(index)?.[0] ?? "";
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)} · Plumbline</title>`,
    icon,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    '<div id="root"></div>',
    `<script type="application/json" id="${id}">${jsonForScript(carried)}</script>`,
    `<script type="module">${script}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/**
 * The page of one sheet: script, style and sheet stand inside the file.
 * @param webRoot folder of the built page (dist/web)
 */
export const reportHtml = (sheet: Sheet, webRoot: string): Promise<string> =>
  selfContained(webRoot, sheet.document.title ?? sheet.document.id, "sheet", sheet);

/** The page of the places of documents, with their map; `webRoot` as above. */
export const placesHtml = (sheets: readonly PlacesSheet[], webRoot: string): Promise<string> =>
  selfContained(webRoot, "Places", "places", sheets);
