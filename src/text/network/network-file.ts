import { type Network, roomFor } from "./forward.ts";
import { blocksOf, layoutOf, type Sizes } from "./layout.ts";
import { openKeyIndex, type VectorTable } from "./vector-table.ts";
import { openWorkspace } from "./workspace.ts";

/** A tagger and parser in one network, with the vectors that words and their letters bring. */
export interface SentenceNetwork {
  readonly network: Network;
  readonly words: VectorTable;
  readonly letters: VectorTable;
  /** "UPOS/XPOS". */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
}

interface Head {
  readonly sizes: Sizes;
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly words: number;
  readonly letters: number;
}

/** What a model file holds: dense weights block by block, then both tables. */
export interface NetworkContent {
  readonly sizes: Sizes;
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** In the order of the layout. */
  readonly dense: Float32Array;
  readonly words: { readonly keys: Uint32Array; readonly values: Float32Array };
  readonly letters: { readonly keys: Uint32Array; readonly values: Float32Array };
}

/** Numbers of one row as signed bytes, the largest as 127 or -127. */
function quantise(values: Float32Array, width: number): { bytes: Int8Array; scales: Float32Array } {
  const bytes = new Int8Array(values.length);
  const scales = new Float32Array(values.length / width);
  for (let row = 0; row < scales.length; row++) {
    let largest = 0;
    for (let i = row * width; i < (row + 1) * width; i++) largest = Math.max(largest, Math.abs(values[i]!));
    scales[row] = largest / 127;
    for (let i = row * width; i < (row + 1) * width; i++) {
      bytes[i] = largest === 0 ? 0 : Math.round((127 * values[i]!) / largest);
    }
  }
  return { bytes, scales };
}

/** Dense weights as whole numbers of two bytes, with a scale for each block. */
function packDense(content: NetworkContent): { shorts: Int16Array; scales: Float32Array } {
  const { layout, end } = layoutOf(content.sizes, 0);
  const shorts = new Int16Array(end);
  const scales = blocksOf(layout).map(([, { at, rows, columns }]) => {
    const block = content.dense.subarray(at, at + rows * columns);
    const largest = block.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
    block.forEach((value, i) => {
      shorts[at + i] = Math.round((32_767 * value) / largest);
    });
    return largest / 32_767;
  });
  return { shorts, scales: Float32Array.from(scales) };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

export function packNetwork(content: NetworkContent): Uint8Array {
  const { sizes, tags, relations, words, letters } = content;
  const head: Head = { sizes, tags, relations, words: words.keys.length, letters: letters.keys.length };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const dense = packDense(content);
  const parts = [
    Uint8Array.from([text.length & 0xff, text.length >> 8]),
    text,
    bytesOf(dense.scales),
    bytesOf(dense.shorts),
  ];
  for (const [table, width] of [
    [words, sizes.word],
    [letters, sizes.letters],
  ] as const) {
    const { bytes, scales } = quantise(table.values, width);
    parts.push(bytesOf(table.keys), bytesOf(scales), bytesOf(bytes));
  }
  const packed = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

/** Reads typed arrays one after the other, whatever the alignment (little endian, as every machine we run on is). */
function reader(bytes: Uint8Array, from: number) {
  let at = from;
  const next = (length: number): ArrayBuffer => {
    if (at + length > bytes.length) throw new RangeError("network file cut short");
    // Copied this way because a Node Buffer's own `slice` copies nothing.
    const part = new Uint8Array(bytes.subarray(at, at + length));
    at += length;
    return part.buffer;
  };
  return {
    floats: (count: number) => new Float32Array(next(4 * count)),
    shorts: (count: number) => new Int16Array(next(2 * count)),
    keys: (count: number) => new Uint32Array(next(4 * count)),
    bytes: (count: number) => new Int8Array(next(count)),
  };
}

/**
 * @param aside numbers kept free before those of a sentence, and `longest` the tokens of the longest sentence
 * @throws RangeError where the bytes are cut short: the file is our own
 */
export function openNetwork(bytes: Uint8Array, aside: (sizes: Sizes) => number, longest: number): SentenceNetwork {
  const headLength = bytes[0]! + 256 * bytes[1]!;
  const head: Head = JSON.parse(new TextDecoder().decode(bytes.subarray(2, 2 + headLength)));
  const { sizes, tags, relations } = head;
  const next = reader(bytes, 2 + headLength);
  const { layout, end } = layoutOf(sizes, 0);
  const free = end + aside(sizes);
  const workspace = openWorkspace(free + roomFor(sizes, longest));
  const scales = next.floats(blocksOf(layout).length);
  const shorts = next.shorts(end);
  blocksOf(layout).forEach(([, { at, rows, columns }], b) => {
    for (let i = at; i < at + rows * columns; i++) workspace.numbers[i] = shorts[i]! * scales[b]!;
  });
  const table = (count: number, width: number): VectorTable => ({
    index: openKeyIndex(next.keys(count)),
    width,
    scales: next.floats(count),
    bytes: next.bytes(count * width),
  });
  const words = table(head.words, sizes.word);
  const letters = table(head.letters, sizes.letters);
  return { network: { sizes, layout, workspace, free }, words, letters, tags, relations };
}
