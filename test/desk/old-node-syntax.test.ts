import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// What Node 12 cannot parse, it cannot refuse politely. `import("…")` and arrow functions it can.
const TOO_NEW: readonly [string, RegExp][] = [
  ["optional chaining", /\?\.(?!\d)/],
  ["nullish coalescing", /\?\?/],
  ["the node: prefix", /from "node:/],
  ["top-level await", /^\s*await /m],
  ["logical assignment", /(?:\|\||&&)=/],
  ["private members", /\bthis\.#/],
];

test.each(["start.mjs", "bin/prepare.mjs", "bin/plumbline.mjs"])("%s parses on old versions of Node", (file) => {
  const source = readFileSync(file, "utf8").replace(/^\s*\/\/.*$/gm, "");
  expect(TOO_NEW.filter(([, pattern]) => pattern.test(source)).map(([name]) => name)).toEqual([]);
});
