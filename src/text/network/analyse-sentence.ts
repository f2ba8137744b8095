import { bestTree } from "../trees/best-tree.ts";
import { scoreRelations, scoreTags, scoreTree, traceOf } from "./forward.ts";
import type { SentenceNetwork } from "./network-file.ts";
import type { WordEntries } from "./word-entries.ts";
import type { Matrix } from "./workspace.ts";

/** Numbers of the best tag and relation of each token, and heads (the root is the number of tokens). */
export interface BestLabels {
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

function bestColumns(numbers: Float32Array, { at, stride }: Matrix, rows: number, columns: number): Int32Array {
  const best = new Int32Array(rows);
  for (let t = 0; t < rows; t++) {
    const row = at + t * stride;
    let most = 0;
    for (let c = 1; c < columns; c++) if (numbers[row + c]! > numbers[row + most]!) most = c;
    best[t] = most;
  }
  return best;
}

/** What is read of a sentence that has room in the workspace: its first layer, which tags it. */
function readTags(
  { network, tags }: SentenceNetwork,
  entries: WordEntries,
  forms: readonly string[],
  capitals: boolean,
) {
  const trace = traceOf(network, forms.length);
  entries.fill(forms, capitals, trace.first.gates);
  scoreTags(network, trace);
  return { trace, tags: bestColumns(network.workspace.numbers, trace.tags, forms.length, tags.length) };
}

/** Tags alone, at half the cost; the same as those of `analyseSentence`. */
export const tagSentence = (
  opened: SentenceNetwork,
  entries: WordEntries,
  forms: readonly string[],
  capitals: boolean,
): Int32Array => readTags(opened, entries, forms, capitals).tags;

/** Tags, heads and relations of a sentence that has room in the workspace. */
export function analyseSentence(
  opened: SentenceNetwork,
  entries: WordEntries,
  forms: readonly string[],
  capitals: boolean,
): BestLabels {
  const { network, relations } = opened;
  const { numbers } = network.workspace;
  const { length } = forms;
  const { trace, tags } = readTags(opened, entries, forms, capitals);
  scoreTree(network, trace);
  const { at, stride } = trace.arcs;
  const heads = bestTree((token, head) => numbers[at + token * stride + head]!, length);
  scoreRelations(network, trace, heads);
  return { tags, heads, relations: bestColumns(numbers, trace.relations, length, relations.length) };
}
