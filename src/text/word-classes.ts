import { hashWord } from "./feature-hash.ts";
import { pushVarint } from "./varint.ts";
import { tagNorm } from "./word-shape.ts";

/**
 * Classes of one word, from coarse (16 of them) to fine (1,024), each numbered from 0; a finer class lies within one
 * coarser class.
 */
export type ClassesOfWord = readonly [of16: number, of64: number, of256: number, of1024: number];

/** Words that occur in like company, by the hash of their `tagNorm`. A look-up costs one probe or two. */
export interface WordClasses {
  /** `undefined` for words that are not among the most frequent ones. */
  readonly classesOf: (word: string) => ClassesOfWord | undefined;
  /** @param hash `hashWord(tagNorm(word))`, which features hold anyway */
  readonly classesOfHash: (hash: number) => ClassesOfWord | undefined;
}

interface Head {
  readonly words: number;
  /** Bytes of the block of steps. */
  readonly steps: number;
  /** Coarser classes of each of the finest. */
  readonly classes: readonly ClassesOfWord[];
}

/** In the file: head as JSON, its length before it (4 bytes); the classes' lower bytes and upper bytes; steps between ascending hashes in varints. */
export function packWordClasses(classes: readonly ClassesOfWord[], words: ReadonlyMap<string, number>): Uint8Array {
  const byHash = [...words].map(([word, fine]) => ({ hash: hashWord(tagNorm(word)), fine }));
  byHash.sort((a, b) => a.hash - b.hash);
  const entries = byHash.filter(({ hash }, i) => hash !== byHash[i - 1]?.hash);
  const steps: number[] = [];
  entries.forEach(({ hash }, i) => {
    pushVarint(steps, hash - (entries[i - 1]?.hash ?? 0));
  });
  const head = new TextEncoder().encode(
    JSON.stringify({ words: entries.length, steps: steps.length, classes } satisfies Head),
  );
  const bytes = new Uint8Array(4 + head.length + 2 * entries.length + steps.length);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  const at = 4 + head.length;
  entries.forEach(({ fine }, i) => {
    bytes[at + i] = fine & 0xff;
    bytes[at + entries.length + i] = fine >>> 8;
  });
  bytes.set(steps, at + 2 * entries.length);
  return bytes;
}

function readTable(bytes: Uint8Array, words: number): { keys: Uint32Array; fine: Uint16Array } {
  let size = 4;
  while (size < 2 * words) size *= 2;
  const keys = new Uint32Array(size);
  const fine = new Uint16Array(size);
  let at = 2 * words;
  let key = 0;
  for (let word = 0; word < words; word++) {
    let step = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++]!;
      step += (byte & 0x7f) * scale;
      if (byte < 0x80) break;
    }
    key += step;
    let slot = key & (size - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    fine[slot] = bytes[word]! | (bytes[words + word]! << 8);
  }
  return { keys, fine };
}

/**
 * Bytes of `models/text-word-classes.bin`.
 * @throws RangeError where the bytes are cut short: a model is our own file, so that is a bug.
 */
export function openWordClasses(bytes: Uint8Array): WordClasses {
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head: Head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength)));
  const body = bytes.subarray(4 + headLength);
  if (body.length < 2 * head.words + head.steps) throw new RangeError("word classes cut short");
  const { keys, fine } = readTable(body, head.words);
  const mask = keys.length - 1;
  const classesOfHash = (hash: number): ClassesOfWord | undefined => {
    for (let slot = hash & mask; keys[slot] !== 0; slot = (slot + 1) & mask) {
      if (keys[slot] === hash) return head.classes[fine[slot]!];
    }
    return undefined;
  };
  return { classesOf: (word) => classesOfHash(hashWord(tagNorm(word))), classesOfHash };
}
