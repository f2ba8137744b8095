export type { LanguageGuess, NounPhrase, Quotation, Reading, Sentence, Token, VerbGroup } from "./reading.ts";
export { spanOfTokens } from "./reading.ts";
