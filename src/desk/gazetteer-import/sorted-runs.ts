import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from "node:fs";
import { linesOf } from "./lines-of.ts";

/** Writes a file whole or not at all: a killed process leaves the old one or none. */
export function writeWholeSync(file: string, content: string): void {
  const half = `${file}.half`;
  const handle = openSync(half, "w");
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(half, file);
}

/** A sorted run: as many lines as fit into memory, in order of their UTF-16 units. Sorts `lines` in place. */
export function writeRun(file: string, lines: string[]): void {
  lines.sort();
  writeWholeSync(file, lines.length === 0 ? "" : `${lines.join("\n")}\n`);
}

interface Head {
  text: string;
  readonly rest: Iterator<{ readonly text: string }>;
}

/** Moves the head at `i` down to its place in the heap. */
function sift(heap: Head[], i: number): void {
  for (let at = i; ; ) {
    let least = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && heap[child]!.text < heap[least]!.text) least = child;
    }
    if (least === at) return;
    [heap[at], heap[least]] = [heap[least]!, heap[at]!];
    at = least;
  }
}

/** Lines of sorted runs in one order; equal lines keep no order, being equal. Memory: a chunk a run. */
export function* mergedRuns(files: readonly string[]): Generator<string> {
  const heap: Head[] = [];
  for (const file of files) {
    const rest = linesOf(file);
    const first = rest.next();
    if (!first.done) heap.push({ text: first.value.text, rest });
  }
  for (let i = heap.length >> 1; i >= 0; i--) if (i < heap.length) sift(heap, i);
  while (heap.length > 0) {
    const head = heap[0]!;
    yield head.text;
    const next = head.rest.next();
    if (!next.done) head.text = next.value.text;
    else {
      const last = heap.pop()!;
      if (last !== head) heap[0] = last;
    }
    sift(heap, 0);
  }
}
