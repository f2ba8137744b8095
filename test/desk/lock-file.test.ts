import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly resolved?: string;
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const locked = Object.entries(lock.packages);
const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
const names = new Set(locked.map(([path]) => nameOf(path)));

/** A package with native parts lists one optional package for each platform. */
const PLATFORM = /(?:darwin|win32|linux|freebsd|android)/;
const natives = locked
  .filter(
    ([path, { optionalDependencies }]) =>
      path !== "" && Object.keys(optionalDependencies ?? {}).some((n) => PLATFORM.test(n)),
  )
  .map(([path, { optionalDependencies }]) => ({ name: nameOf(path), parts: Object.keys(optionalDependencies ?? {}) }));

test("the lock file holds native packages, or the rows below prove nothing", () => {
  expect(natives.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["@duckdb/node-bindings", "rolldown", "lightningcss", "@biomejs/biome"]),
  );
});

test.each(natives)("$name is locked for macOS, Windows and Linux", ({ parts }) => {
  const missing = parts.filter((part) => !names.has(part));
  expect(missing).toEqual([]);
  for (const platform of ["darwin", "win32", "linux"]) {
    expect(parts.some((part) => part.includes(platform))).toBe(true);
  }
});

test("the lock file names no registry host", () => {
  expect(locked.filter(([, { resolved }]) => resolved !== undefined && !resolved.startsWith("file:"))).toEqual([]);
});
