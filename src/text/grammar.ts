import type { ResourceFiles } from "../record/index.ts";
import { openLexicon } from "./lexicon.ts";
import { openLinearModel } from "./linear-model.ts";
import { openTagger, type Tag, tagWords } from "./tagger.ts";
import { joinTrees } from "./trees/join-trees.ts";
import { type Arc, openParser, parseWords } from "./trees/parser.ts";

export interface Analysis {
  readonly tags: readonly Tag[];
  readonly arcs: readonly Pick<Arc, "head" | "deprel">[];
}

/** Tags and a tree for the words of one sentence. */
export interface Grammar {
  /** @param capitals letter case says nothing in this text */
  analyse(forms: readonly string[], capitals: boolean): Analysis;
}

/** Two parsers that read from opposite ends and make different errors; their arcs vote for the tree. */
export function openGrammar(files: ResourceFiles): Grammar {
  const lexicon = openLexicon(files.model("text-lexicon.tsv"));
  const tagger = openTagger(openLinearModel(files.model("text-tagger.bin")), lexicon);
  const forwards = openParser(openLinearModel(files.model("text-parser-forwards.bin")), lexicon, false);
  const backwards = openParser(openLinearModel(files.model("text-parser-backwards.bin")), lexicon, true);
  return {
    analyse: (forms, capitals) => {
      const tags = tagWords(tagger, forms, capitals);
      return { tags, arcs: joinTrees(parseWords(forwards, forms, tags), parseWords(backwards, forms, tags)) };
    },
  };
}
