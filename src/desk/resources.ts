import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { explain, problem, type ResourceFiles } from "../record/index.ts";

/** The package's own folder: two levels above this file, in the sources as in the build. */
export const PACKAGE_ROOT = fileURLToPath(new URL("../..", import.meta.url));

function mustExist(path: string): string {
  if (!existsSync(path)) throw new Error(explain(problem("resource-missing", { file: path })));
  return path;
}

/** A Buffer's `slice` shares memory where a Uint8Array's copies: the rooms are promised the latter. */
export const plainBytes = (buffer: Buffer): Uint8Array =>
  new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);

/** Tables and weights of the installed package. Models lie in `models/` as NAME or, compressed, as NAME.br. */
export const packageResources: ResourceFiles = {
  table: (name) => readFileSync(mustExist(join(PACKAGE_ROOT, "tables", name)), "utf8"),
  model: (name) => {
    const plain = join(PACKAGE_ROOT, "models", name);
    if (existsSync(plain)) return plainBytes(readFileSync(plain));
    return plainBytes(brotliDecompressSync(readFileSync(mustExist(`${plain}.br`))));
  },
};

/** The built page. */
export const WEB_ROOT = join(PACKAGE_ROOT, "dist", "web");
