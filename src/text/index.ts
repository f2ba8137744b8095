export type { Analysis, Grammar } from "./grammar.ts";
export { openGrammar } from "./grammar.ts";
export type { TextReader } from "./open-text.ts";
export { openText } from "./open-text.ts";
export type { LanguageGuess, NounPhrase, Quotation, Reading, Sentence, Token, VerbGroup } from "./reading.ts";
export { spanOfTokens } from "./reading.ts";
