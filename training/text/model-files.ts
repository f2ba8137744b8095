import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { type Lexicon, openLexicon } from "../../src/text/lexicon.ts";

export const readModel = (models: string, name: string): Uint8Array =>
  brotliDecompressSync(readFileSync(join(models, `${name}.br`)));

export const readLexicon = (models: string): Lexicon => openLexicon(readModel(models, "text-lexicon.tsv"));

export function writeModel(models: string, name: string, bytes: Uint8Array): void {
  const packed = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  writeFileSync(join(models, `${name}.br`), packed);
  console.log(`${name}: ${bytes.length} bytes, ${packed.length} compressed`);
}
