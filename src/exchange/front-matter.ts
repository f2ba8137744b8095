/** What a text says about itself at its head; never guessed. */
export interface StatedMetadata {
  readonly title?: string;
  readonly published?: string;
  readonly source?: string;
  readonly url?: string;
  /** To be shown wherever the document is shown. */
  readonly notice?: string;
}

const KEYS = ["title", "published", "source", "url", "notice"] as const;
type Key = (typeof KEYS)[number];

const keyOf = (word: string): Key | null => {
  const key = word.toLowerCase() === "date" ? "published" : word.toLowerCase();
  return KEYS.find((known) => known === key) ?? null;
};

const DAY = /^\d{4}-\d{2}-\d{2}/;

function statedIn(lines: readonly string[]): StatedMetadata | null {
  const stated: Partial<Record<Key, string>> = {};
  for (const line of lines) {
    if (line.trim() === "") continue;
    const pair = /^([A-Za-z]+):\s*(.*)$/.exec(line);
    if (pair === null) return null;
    const key = keyOf(pair[1] ?? "");
    const value = (pair[2] ?? "").trim().replace(/^(["'])(.*)\1$/, "$2");
    if (key === null || value === "") continue;
    // A date that is no plain day is left out: which day "last week" was is not for us to guess.
    if (key !== "published") stated[key] = value;
    else if (DAY.test(value)) stated.published = value.slice(0, 10);
  }
  return stated;
}

/**
 * Takes the head off a text: front matter between `---` lines, or leading lines such as `Published: 2016-07-01`.
 * The rest is the document's text; offsets count from its start.
 */
export function takeFrontMatter(text: string): { text: string; stated: StatedMetadata } {
  const fenced = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (fenced !== null) {
    const stated = statedIn((fenced[1] ?? "").split(/\r?\n/));
    if (stated !== null) return { text: text.slice(fenced[0].length).replace(/^(?:[ \t]*\r?\n)+/, ""), stated };
  }
  const leading = /^(?:(?:Title|Published|Source|URL):[^\n]*\n)+/i.exec(text);
  if (leading === null) return { text, stated: {} };
  const stated = statedIn(leading[0].split(/\r?\n/));
  return stated === null ? { text, stated: {} } : { text: text.slice(leading[0].length).replace(/^(?:[ \t]*\r?\n)+/, ""), stated };
}
