/** One change to Markdown; each leaves the words and takes the marks. */
type Unmark = (text: string) => string;

const replace =
  (mark: RegExp, words: string): Unmark =>
  (text) =>
    text.replace(mark, words);

/** Not a whole CommonMark reader: what articles use. Lists keep their marks, for they read as lists. */
const UNMARKS: readonly Unmark[] = [
  replace(/<!--[\s\S]*?-->/g, ""),
  replace(/^ {0,3}(?:`{3,}|~{3,}).*$/gm, ""),
  replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, ""), // pictures before links: "![a](b)" holds a link
  replace(/\[([^\]\n]+)\]\([^)\n]*\)/g, "$1"),
  replace(/\[([^\]\n]+)\]\[[^\]\n]*\]/g, "$1"),
  replace(/^ {0,3}\[[^\]\n]+\]:\s+\S+.*$/gm, ""),
  replace(/\[\^[^\]\n]+\]/g, ""),
  replace(/<((?:https?|mailto):[^>\s]+)>/g, "$1"),
  replace(/^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/gm, "$1"),
  replace(/^ {0,3}(?:=+|-{2,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})[ \t]*$/gm, ""), // underlines of headings, and rules
  replace(/^(?: {0,3}> ?)+/gm, ""),
  replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, "$2"), // double marks before single ones
  replace(/(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])/g, "$1"),
  replace(/(?<![\w_])_(?=\S)([^_\n]*?\S)_(?![\w_])/g, "$1"),
  replace(/`([^`\n]+)`/g, "$1"),
  replace(/\\([\\`*_{}[\]()#+\-.!>])/g, "$1"),
  replace(/\n{3,}/g, "\n\n"),
];

/** Markdown to plain text. */
export const markdownText = (markdown: string): string =>
  UNMARKS.reduce((text, unmark) => unmark(text), markdown).trim();
