/** Marks that are not words, each with what stays of it. Order matters: images before links, bold before italics. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^ {0,3}#{1,6}[ \t]+/gm, ""],
  [/^ {0,3}(?:[-*_][ \t]*){3,}$/gm, ""],
  [/^ {0,3}>[ \t]?/gm, ""],
  [/!\[([^\]\n]*)\]\([^)\n]*\)/g, "$1"],
  [/\[([^\]\n]+)\]\([^)\n]*\)/g, "$1"],
  [/\[\^[^\]\n]+\]/g, ""],
  [/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, "$2"],
  [/(?<![\w*])([*_])(?=\S)([^*_\n]*?\S)\1(?![\w*])/g, "$2"],
  [/`([^`\n]+)`/g, "$1"],
  [/<!--[\s\S]*?-->/g, ""],
];

/** The words of a Markdown text. Lists keep their bullets: they part items. */
export const markdownToText = (markdown: string): string =>
  MARKS.reduce((text, [mark, stays]) => text.replace(mark, stays), markdown);
