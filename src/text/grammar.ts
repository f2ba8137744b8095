import type { ResourceFiles } from "../record/index.ts";
import { findNames, type Name, openNameFinder } from "./find-names.ts";
import { type Lexicon, openLexicon } from "./lexicon.ts";
import { openLinearModel } from "./linear-model.ts";
import { openNameList } from "./name-list.ts";
import type { Tag } from "./tag.ts";
import type { Arc } from "./trees/arc.ts";
import { openParser, parseWords } from "./trees/parser.ts";
import { openWordClasses } from "./word-classes.ts";

export interface Analysis {
  readonly tags: readonly Tag[];
  readonly arcs: readonly Arc[];
  readonly names: readonly Name[];
}

/** Tags, a tree and the names for the words of one sentence. */
export interface Grammar {
  /** @param capitals letter case says nothing in this text */
  analyse(forms: readonly string[], capitals: boolean): Analysis;
  readonly lexicon: Lexicon;
}

export function openGrammar(files: ResourceFiles): Grammar {
  const lexicon = openLexicon(files.model("text-lexicon.tsv"));
  const parser = openParser(files.model("text-grammar.bin"), lexicon);
  const list = openNameList(files.model("text-name-list.txt"));
  const classes = openWordClasses(files.model("text-word-classes.bin"));
  const finder = openNameFinder(openLinearModel(files.model("text-names.bin")), { lexicon, list, classes });
  return {
    lexicon,
    analyse: (forms, capitals) => {
      const { tags, arcs } = parseWords(parser, forms, capitals);
      return { tags, arcs, names: findNames(finder, forms, tags, capitals) };
    },
  };
}
