import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

/** One file of the built page, in memory: the build is small, and a request can then name nothing outside it. */
export interface WebFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
};

const webFile = (path: string): WebFile => ({
  bytes: Uint8Array.from(readFileSync(path)),
  type: TYPES[extname(path)] ?? "application/octet-stream",
});

/**
 * The built page: "/" and every "/assets/NAME".
 * @throws Error of the file system where `webRoot` holds no build: the package is then incomplete.
 */
export function readWebFiles(webRoot: string): ReadonlyMap<string, WebFile> {
  const assets = join(webRoot, "assets");
  return new Map([
    ["/", webFile(join(webRoot, "index.html"))],
    ...readdirSync(assets)
      .sort()
      .map((name): [string, WebFile] => [`/assets/${name}`, webFile(join(assets, name))]),
  ]);
}
