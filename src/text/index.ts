export { cutSentences } from "./cut-sentences.ts";
export type { Name } from "./find-names.ts";
export type { Analysis, Grammar } from "./grammar.ts";
export { openGrammar } from "./grammar.ts";
export { actsAsOrganization } from "./mentions.ts";
export type { OutlineReader } from "./open-outline.ts";
export { openOutline } from "./open-outline.ts";
export type { TextReader } from "./open-text.ts";
export { openText } from "./open-text.ts";
export type { Outline, OutlineSentence, TaggedToken } from "./outline.ts";
export { outlineOf } from "./outline.ts";
export type {
  Chain,
  EntityMention,
  EntityType,
  LanguageGuess,
  MentionRef,
  NounPhrase,
  Quotation,
  Reading,
  Sentence,
  Token,
  VerbGroup,
} from "./reading.ts";
export { ENTITY_TYPES, spanOfTokens } from "./reading.ts";
export { treeAsSvg } from "./trees/draw-arcs.ts";
export { treeAsText } from "./trees/draw-tree.ts";
export { conjunctsOf, dependentsOf, firstConjunct } from "./trees/subtrees.ts";
export { readingAsConllu } from "./trees/write-conllu.ts";
export type { ClassesOfWord, WordClasses } from "./word-classes.ts";
export { openWordClasses } from "./word-classes.ts";
