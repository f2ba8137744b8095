import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { InputDocument } from "../../record/index.ts";
import { codeOne, type LineOut } from "../code-one.ts";
import { openPlumbline } from "../plumbline.ts";
import type { Batch, CodedBatch } from "./code-worker.ts";

const BATCH_DOCUMENTS = 16;
const BATCH_CHARACTERS = 100_000;
/** Batches sent or done and not yet handed on, for each thread. */
const MOST_WAITING = 4;

/** Groups documents into batches worth sending to another thread. */
async function* batches(documents: AsyncIterable<InputDocument>): AsyncGenerator<Batch> {
  let number = 0;
  let held: InputDocument[] = [];
  let characters = 0;
  for await (const document of documents) {
    held.push(document);
    characters += document.text.length;
    if (held.length < BATCH_DOCUMENTS && characters < BATCH_CHARACTERS) continue;
    yield { number: number++, documents: held };
    held = [];
    characters = 0;
  }
  if (held.length > 0) yield { number, documents: held };
}

/** One worker thread that codes batches one after another. */
class CodingThread {
  readonly #worker = new Worker(new URL("./code-worker.js", import.meta.url));
  #waiting: { resolve: (coded: CodedBatch) => void; reject: (error: Error) => void } | null = null;

  constructor() {
    this.#worker.on("message", (coded: CodedBatch) => this.#settle()?.resolve(coded));
    this.#worker.on("error", (error: Error) => this.#settle()?.reject(error));
    this.#worker.on("exit", (code) => this.#settle()?.reject(new Error(`a coding thread ended (exit ${code})`)));
  }

  #settle(): { resolve: (coded: CodedBatch) => void; reject: (error: Error) => void } | null {
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }

  code(batch: Batch): Promise<CodedBatch> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#worker.postMessage(batch);
    });
  }

  async end(): Promise<void> {
    this.#worker.removeAllListeners();
    await this.#worker.terminate();
  }
}

async function* codeHere(source: AsyncIterable<Batch>): AsyncGenerator<LineOut> {
  const plumbline = openPlumbline();
  for await (const batch of source) for (const document of batch.documents) yield codeOne(plumbline, document);
}

/** Keeps every thread busy with one batch and hands the results on in input order: memory stays bounded by the threads. */
async function* codeOnThreads(source: AsyncIterable<Batch>, count: number): AsyncGenerator<LineOut> {
  const threads = Array.from({ length: count }, () => new CodingThread());
  const idle = [...threads];
  const running: Promise<CodedBatch>[] = [];
  try {
    for await (const batch of source) {
      // The batch at the head may have been done long ago, so one await need not free a thread; and done ones may not pile up.
      while (idle.length === 0 || running.length >= MOST_WAITING * count) yield* (await running.shift()!).lines;
      const thread = idle.shift()!;
      const coded = thread.code(batch).then((done) => {
        idle.push(thread);
        return done;
      });
      // A failure is thrown when its turn comes, not as an unhandled one before.
      coded.catch(() => undefined);
      running.push(coded);
    }
    while (running.length > 0) yield* (await running.shift()!).lines;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

async function* startingWith(first: readonly Batch[], rest: AsyncGenerator<Batch>): AsyncGenerator<Batch> {
  yield* first;
  yield* rest;
}

/**
 * Codes documents on `workers` threads (default: all cores), in input order. The bytes do not depend on the number.
 * A single batch is coded here: starting a thread costs more.
 */
export async function* codeDocuments(
  documents: AsyncIterable<InputDocument>,
  options: { readonly workers?: number } = {},
): AsyncGenerator<LineOut> {
  const workers = options.workers ?? availableParallelism();
  const source = batches(documents);
  const first: Batch[] = [];
  while (first.length < 2) {
    const next = await source.next();
    if (next.done) break;
    first.push(next.value);
  }
  const all = startingWith(first, source);
  yield* workers > 1 && first.length > 1 ? codeOnThreads(all, workers) : codeHere(all);
}
