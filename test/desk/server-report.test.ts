import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jsonForScript, reportHtml } from "../../src/desk/report.ts";
import type { Sheet } from "../../src/desk/sheet.ts";
import { INVENTED_SHEET } from "../browser/invented-sheet.ts";

const root = mkdtempSync(join(tmpdir(), "plumbline-report-"));
const SCRIPT = 'console.log("</script>", "<!--", "$&", "$1");\n';
const STYLE = "body{color:red}";

beforeAll(() => {
  mkdirSync(join(root, "assets"));
  writeFileSync(join(root, "assets", "index-a.js"), SCRIPT);
  writeFileSync(join(root, "assets", "index-b.css"), STYLE);
  writeFileSync(
    join(root, "index.html"),
    '<!doctype html><head><link rel="icon" href="data:image/svg+xml,x"><script type="module" crossorigin src="./assets/index-a.js"></script><link rel="stylesheet" crossorigin href="./assets/index-b.css"></head>',
  );
});
afterAll(() => rmSync(root, { recursive: true }));

const titled = (title: string): Sheet => ({ ...INVENTED_SHEET, document: { ...INVENTED_SHEET.document, title } });

const scriptsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? "");

describe("the report is one file", () => {
  test("that carries script, style and sheet, and refers to no other file", async () => {
    const html = await reportHtml(INVENTED_SHEET, root);
    expect(html).toContain(STYLE);
    expect(html).not.toMatch(/(src|href)="(?!data:)/);
    expect(scriptsOf(html)).toHaveLength(2);
  });

  test("whose policy names the very script and style inside it, and forbids every request", async () => {
    const html = await reportHtml(INVENTED_SHEET, root);
    const [, script = ""] = scriptsOf(html);
    const hash = createHash("sha256").update(script).digest("base64");
    expect(html).toContain(`script-src 'sha256-${hash}'`);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toContain("unsafe");
  });

  test("whose script keeps its letters, dollar signs too, and cannot be ended from inside", async () => {
    const [, script = ""] = scriptsOf(await reportHtml(INVENTED_SHEET, root));
    expect(script).toBe('console.log("<\\/script>", "<\\!--", "$&", "$1");\n');
  });

  test("whose sheet comes back as it was", async () => {
    const [sheet = ""] = scriptsOf(await reportHtml(INVENTED_SHEET, root));
    expect(JSON.parse(sheet)).toEqual(INVENTED_SHEET);
  });

  test("the same for the same sheet", async () => {
    expect(await reportHtml(INVENTED_SHEET, root)).toBe(await reportHtml(INVENTED_SHEET, root));
  });
});

describe("hostile texts stay text", () => {
  const HOSTILE = ["</script><script>alert(1)</script>", "<!--<script>", "\u2028\u2029", "$& $1 $`", "\u0000\ud83d"];

  test.each(HOSTILE)("in the sheet: %j", async (title) => {
    const html = await reportHtml(titled(title), root);
    const scripts = scriptsOf(html);
    expect(scripts).toHaveLength(2);
    expect((JSON.parse(scripts[0] ?? "") as Sheet).document.title).toBe(title);
  });

  test("in the title of the page", async () => {
    expect(await reportHtml(titled("</title><b>& “x”"), root)).toContain(
      "<title>&lt;/title&gt;&lt;b&gt;&amp; “x” · Plumbline</title>",
    );
  });

  test.each(HOSTILE)("JSON for a script element has no way out of it: %j", (text) => {
    expect(jsonForScript({ text })).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(jsonForScript({ text }))).toEqual({ text });
  });
});

test("a build without a script is a fault of the package, said as such", async () => {
  const empty = mkdtempSync(join(tmpdir(), "plumbline-empty-"));
  writeFileSync(join(empty, "index.html"), "<!doctype html>");
  await expect(reportHtml(INVENTED_SHEET, empty)).rejects.toThrow(/refers to no file/);
  rmSync(empty, { recursive: true });
});
