import { expect, test } from "vitest";
// @ts-expect-error plain JavaScript, so that it parses on old versions of Node
import { nodeIsTooOld } from "../../bin/prepare.mjs";

test.each([
  ["18.20.4", true],
  ["20.18.3", true],
  ["20.19.0", false],
  ["20.20.2", false],
  ["22.0.0", false],
  ["24.1.0", false],
])("Node %s is too old: %s", (version, tooOld) => expect(nodeIsTooOld(version)).toBe(tooOld));
