import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { readDocument, readDocumentFile } from "../../src/exchange/index.ts";
import { explain } from "../../src/record/index.ts";
import { docx, pdf } from "./hand-made-files.ts";

const read = (content: string | Uint8Array, name: string) =>
  readDocument(typeof content === "string" ? Buffer.from(content) : content, name);
const textOf = async (content: string | Uint8Array, name: string) => (await read(content, name)).document?.text;
const codesOf = async (content: string | Uint8Array, name: string) =>
  (await read(content, name)).problems.map(({ code }) => code);

describe("plain text", () => {
  test("is read as it stands, and named after its file", async () => {
    const { document, problems } = await read("Gunmen fired on a patrol.\nNobody was hurt.\n", "folder/patrol.txt");
    expect(document).toEqual({ id: "patrol.txt", text: "Gunmen fired on a patrol.\nNobody was hurt.\n" });
    expect(problems).toEqual([]);
  });

  test("has one kind of line end", async () =>
    expect(await textOf("one\r\n\r\ntwo\rthree", "a.txt")).toBe("one\n\ntwo\nthree"));

  test("keeps right-to-left and astral characters whole", async () => {
    const text = "قال شهود 🔥 إن 𐍈 رجلين قتلا. ‏Two men died.";
    expect(await textOf(text, "a.txt")).toBe(text);
  });

  test("of any characters comes out as it went in", () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (body) => {
        const text = `Report. ${body.replace(/[\0-\x1f\ufeff\ufffd\ud800-\udfff]/g, "")}`;
        expect(await textOf(text, "a.txt")).toBe(text);
      }),
    ));
});

describe("a head of metadata", () => {
  test.each([
    ["Published: 2016-07-01\n\nBody.", { published: "2016-07-01" }],
    [
      "Title: On the bridge\nPublished: 1 July 2016\nSource: Our desk\n\nBody.",
      { title: "On the bridge", published: "2016-07-01", source: "Our desk" },
    ],
    [
      '---\ntitle: "On the bridge"\npublished: 2016-07-01\nsource: Our desk\nnotice: Invented.\ntags: a\n---\n\nBody.',
      { title: "On the bridge", published: "2016-07-01", source: "Our desk", notice: "Invented." },
    ],
  ])("is taken off and read: %j", async (text, about) => {
    expect((await read(text, "a.txt")).document).toEqual({ id: "a.txt", text: "Body.", ...about });
  });

  test.each([
    "Source: two officers who asked not to be named.\nThey said more.",
    "Date: the day nobody forgets.\nIt rained.",
    "Police: five held.\nMore follows.",
    "--- \nA rule opens this column, and nothing closes it.",
  ])("is not seen in an article that merely begins so: %j", async (text) => {
    expect((await read(text, "a.txt")).document).toEqual({ id: "a.txt", text });
  });

  test.each(["03/04/2016", "2016-02-30", "last Friday"])(
    "with the date %s says that no date was taken",
    async (value) => {
      const { document, problems } = await read(`Published: ${value}\n\nBody.`, "a.txt");
      expect(document).toEqual({ id: "a.txt", text: "Body." });
      expect(problems).toMatchObject([{ code: "published-unreadable", params: { value } }]);
    },
  );
});

test("markdown gives its words, without its marks", async () => {
  const text =
    "# Two *attacks*\n\nThe **first** hit [a bridge](http://x.org/a_b), the _second_ `nothing`.[^1]\n\n> Snake_case stays, 2 * 3 * 4 too.\n\n![a picture](p.png)\n\n- one\n- two\n";
  expect((await read(text, "a.md")).document).toEqual({
    id: "a.md",
    title: "Two attacks",
    text: "Two attacks\n\nThe first hit a bridge, the second nothing.\n\nSnake_case stays, 2 * 3 * 4 too.\n\n- one\n- two",
  });
});

describe("bytes that are not UTF-8", () => {
  const RUSSIAN = "Двое полицейских были убиты ночью у моста через реку, сообщили власти города. Ещё трое ранены.";
  test.each([
    ["windows-1252", "The café was bombed – “no one” was hurt, said the señor."],
    ["windows-1251", RUSSIAN],
    ["koi8-r", RUSSIAN],
  ])("are read as %s, and this is said", async (encoding, text) => {
    const { document, problems } = await read(iconv.encode(text, encoding), "a.txt");
    expect(document?.text).toBe(text);
    expect(problems).toMatchObject([{ code: "file-decoded", severity: "note" }]);
  });

  test.each([
    ["utf-16le", true],
    ["utf-16be", true],
    ["utf-16le", false],
    ["utf-16be", false],
  ])("are read as %s, with a mark: %s", async (encoding, addBOM) => {
    const text = "Two men were shot at the bridge.";
    expect(await textOf(iconv.encode(text, encoding, { addBOM }), "a.txt")).toBe(text);
  });

  test("are read as declared, where letters alone would mislead", async () => {
    const text = "قتل جنديان عند الجسر";
    const page = `<html><head><meta charset="windows-1256"></head><body><p>${text}</p></body></html>`;
    expect(await textOf(iconv.encode(page, "windows-1256"), "a.html")).toBe(text);
  });

  test("are not believed to be the UTF-8 that a page says it is", async () => {
    const page = `<html><head><meta charset="utf-8"></head><body><p>The café – burned. Nobody was hurt there.</p></body></html>`;
    expect(await textOf(iconv.encode(page, "windows-1252"), "a.html")).toBe(
      "The café – burned. Nobody was hurt there.",
    );
  });

  test("lose a UTF-8 mark without a word", async () => {
    expect(await read("\ufeffTwo men.", "a.txt")).toEqual({
      document: { id: "a.txt", text: "Two men." },
      problems: [],
    });
  });
});

describe("a web page", () => {
  const page = (head: string, body: string): string =>
    `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
  const BODY =
    "<nav><a href='/'>Home</a></nav><article><h1>At the bridge</h1><p>Two men&nbsp;died.</p><p>A third<br>lived.</p></article>";

  test("gives its article, paragraphs apart, menus left out", async () => {
    expect(await textOf(page("", BODY), "a.html")).toBe("At the bridge\n\nTwo men died.\n\nA third\nlived.");
  });

  test("is told from its bytes when it comes from standard input", async () => {
    expect(await textOf(page("", "<p>Two men died.</p>"), "stdin")).toBe("Two men died.");
  });

  test.each([
    ['<meta property="article:published_time" content="2016-07-01T23:30:00+06:00">', "2016-07-01"],
    ['<meta itemprop="datePublished" content="July 1, 2016">', "2016-07-01"],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2001-01-01"},{"@type":"NewsArticle","datePublished":"2016-07-01T08:00Z"}]}</script>',
      "2016-07-01",
    ],
    ['<meta property="article:modified_time" content="2016-07-01">', undefined],
    ['<meta name="date" content="01/07/2016">', undefined],
    ['<script type="application/ld+json">{"@type":"NewsArticle", datePublished: broken</script>', undefined],
  ])("was published when it says so, and not else: %s", async (head, published) => {
    expect((await read(page(head, BODY), "a.html")).document?.published).toBe(published);
  });

  test("gives its title and site where it states them", async () => {
    const head =
      '<title>x</title><meta property="og:title" content="At the bridge"><meta property="og:site_name" content="The Courier">';
    expect((await read(page(head, BODY), "a.html")).document).toMatchObject({
      title: "At the bridge",
      source: "The Courier",
    });
  });

  test("never runs its scripts: they are taken out and counted", async () => {
    const evil =
      "<script>globalThis.ran = true; document.body.innerHTML = 'hacked'</script><p onclick='ran()'>Two men died.</p><script src='http://x.org/a.js'></script>";
    const { document, problems } = await read(page("", evil), "a.html");
    expect(document?.text).toBe("Two men died.");
    expect(problems).toEqual([
      { code: "html-scripts-removed", params: { file: "a.html", count: 2 }, severity: "note" },
    ]);
    expect("ran" in globalThis).toBe(false);
  });

  test("without words is told", async () => {
    expect(await codesOf(page("<title>x</title>", "<nav>Home</nav>"), "a.html")).toEqual(["html-without-article"]);
  });

  test("nested without end is read", async () => {
    const deep = `${"<div>".repeat(2_000)}Two men died.${"</div>".repeat(2_000)}`;
    expect(await textOf(page("", `<p>One.</p>${deep}`), "a.html")).toContain("Two men died.");
  });
});

describe("a Word document", () => {
  test("gives its paragraphs", async () => {
    expect(await read(docx(["Two men died.", "𐍈 &amp; قال"]), "a.docx")).toEqual({
      document: { id: "a.docx", text: "Two men died.\n\n𐍈 & قال" },
      problems: [],
    });
  });

  test("is told from its bytes", async () =>
    expect(await textOf(docx(["Two men died."]), "stdin")).toBe("Two men died."));

  test.each([
    ["by its total", "word/media/a.bin", 201],
    ["by one part that a reader would parse", "word/styles.xml", 21],
  ])("that is a bomb is refused %s, whatever sizes it declares", async (_, name, megabytes) => {
    const bomb = { name, bytes: Buffer.alloc(megabytes << 20), declaredSize: 10 };
    const bytes = docx(["Two men died."], [bomb]);
    expect(bytes.length).toBeLessThan(1 << 20);
    expect(await codesOf(bytes, "a.docx")).toEqual(["archive-too-large"]);
  });

  test.each([
    ["cut off", docx(["Two men died."]).subarray(0, 300)],
    ["not an archive at all", Buffer.from("Two men died.")],
    [
      "without its main part",
      docx([]).subarray(0, 0).length === 0 ? Buffer.from("PK\x05\x06".padEnd(22, "\0"), "latin1") : Buffer.alloc(0),
    ],
    ["with a broken member", Buffer.from(docx(["Two men died.".repeat(40)])).fill(0xff, 60, 120)],
  ])("%s is told as damaged", async (_, bytes) => expect(await codesOf(bytes, "a.docx")).toEqual(["docx-damaged"]));

  test("with nothing in it is told", async () => expect(await codesOf(docx([]), "a.docx")).toEqual(["file-empty"]));

  test("of any bytes gives a problem, never a throw", () =>
    fc.assert(
      fc.asyncProperty(fc.nat(900), fc.nat(255), async (at, byte) => {
        const bytes = Buffer.from(docx(["Two men died."]));
        bytes[at % bytes.length] = byte;
        const { document, problems } = await read(bytes, "a.docx");
        expect(document !== null || problems.length > 0).toBe(true);
      }),
      { numRuns: 40 },
    ));
});

describe("a PDF", () => {
  test("gives its paragraphs: lines joined, hyphens at a line's end closed, a wide step a new one", async () => {
    const lines = ["Two men died when the govern-", "ment fired on a crowd.", "It was late.", "", "A third man lived."];
    expect(await textOf(pdf(lines), "a.pdf")).toBe(
      "Two men died when the government fired on a crowd. It was late.\n\nA third man lived.",
    );
  });

  test("gives the title it states, and no date: when it was made is not when it was published", async () => {
    const { document } = await read(
      pdf(["Two men died."], "/Title (At the bridge) /CreationDate (D:20160701120000)"),
      "a.pdf",
    );
    expect(document).toEqual({ id: "a.pdf", text: "Two men died.", title: "At the bridge" });
  });

  test("without text is told, with what helps", async () => {
    const { document, problems } = await read(pdf([]), "a.pdf");
    expect(document).toBeNull();
    expect(problems.map(explain)).toEqual([expect.stringMatching(/1 pages.*OCR/)]);
  });

  test.each([
    ["cut to its head", pdf(["Two men died."]).subarray(0, 40)],
    ["of other bytes", Buffer.from("%PDF-1.4 nothing of the kind")],
    ["only by name", Buffer.from("Two men died.")],
  ])("%s is told as damaged", async (_, bytes) => expect(await codesOf(bytes, "a.pdf")).toEqual(["pdf-damaged"]));
});

describe("a file that is no document", () => {
  test.each([
    ["empty", new Uint8Array(), "a.txt", "file-empty"],
    ["only blanks", Buffer.from(" \n\t\n"), "a.txt", "file-empty"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), "a.png", "file-binary"],
    [
      "a picture called text",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      "a.txt",
      "file-binary",
    ],
    ["an old Word file", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), "a", "file-kind-unknown"],
    ["rich text", Buffer.from("{\\rtf1 Two men died.}"), "a", "file-kind-unknown"],
    ["a spreadsheet", Buffer.from("PK\x03\x04 xl/workbook.xml"), "a.xlsx", "file-kind-unknown"],
    ["a collection", Buffer.from('{"id":"a","text":"b"}\n'), "a.jsonl", "file-kind-unknown"],
    ["a single line of 50 MB", Buffer.alloc(50 << 20, "word "), "a.txt", "file-too-large"],
  ] as const)("%s is told, with what to do", async (_, bytes, name, code) => {
    const { document, problems } = await read(bytes, name);
    expect(document).toBeNull();
    expect(problems).toMatchObject([{ code, severity: "error" }]);
  });

  test("of any bytes gives a document or a problem, never a throw", () =>
    fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom("a", "a.txt", "a.html", "a.md", "a.docx", "a.pdf"),
        async (bytes, name) => {
          const { document, problems } = await read(bytes, name);
          expect(document === null).toBe(problems.some(({ severity }) => severity === "error"));
        },
      ),
      { numRuns: 150 },
    ));
});

describe("a file that cannot be opened", () => {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-read-"));

  test.each([
    ["missing", join(folder, "none.txt"), "file-not-found"],
    ["a folder", folder, "file-not-readable"],
  ])("is told: %s", async (_, path, code) => {
    expect(await readDocumentFile(path)).toMatchObject({ document: null, problems: [{ code }] });
  });

  test.skipIf(process.getuid?.() === 0)("is told: closed to us (root reads everything)", async () => {
    const path = join(folder, "closed.txt");
    writeFileSync(path, "Two men died.");
    chmodSync(path, 0);
    const { problems } = await readDocumentFile(path);
    expect(problems.map(explain)).toEqual([expect.stringContaining("permission denied")]);
  });

  test("is told: larger than is read at once, before a byte is read", async () => {
    const path = join(folder, "large.txt");
    writeFileSync(path, "Two men died.");
    expect(await readDocumentFile(path, { maxBytes: 5 })).toMatchObject({ problems: [{ code: "file-too-large" }] });
  });
});
