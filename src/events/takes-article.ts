import type { ActorMention } from "../actors/index.ts";

/** "the River Guard": English puts no article before a person's name, so a bare name with one is a body's. */
export const takesArticle = ({ text, nameSpan, description }: ActorMention): boolean =>
  nameSpan !== null && description === null && /^the\s/i.test(text);
