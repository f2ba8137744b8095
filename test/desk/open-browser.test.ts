import { expect, test } from "vitest";
import { hasDesktop } from "../../src/desk/open-browser.ts";

test.each<[string, NodeJS.ProcessEnv, NodeJS.Platform, boolean, boolean]>([
  ["a desktop on Linux", { DISPLAY: ":0" }, "linux", true, true],
  ["Wayland", { WAYLAND_DISPLAY: "wayland-0" }, "linux", true, true],
  ["a headless server", {}, "linux", true, false],
  ["macOS", {}, "darwin", true, true],
  ["Windows", {}, "win32", true, true],
  ["macOS over ssh", { SSH_CONNECTION: "1" }, "darwin", true, false],
  ["continuous integration", { CI: "true", DISPLAY: ":0" }, "linux", true, false],
  ["output in a pipe", { DISPLAY: ":0" }, "linux", false, false],
])("%s", (_, env, platform, terminal, expected) => expect(hasDesktop(env, platform, terminal)).toBe(expected));
