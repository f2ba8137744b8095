import { type DateMention, openDates } from "../../src/dates/index.ts";
import { packageResources } from "../../src/desk/resources.ts";
import { openText, outlineOf } from "../../src/text/index.ts";

const text = openText(packageResources);
export const dates = openDates(packageResources);

export const readDatesOf = (words: string, published: string | null): readonly DateMention[] =>
  dates.read(outlineOf(text.read(words)), { published });

export const spansOf = (words: string): readonly { text: string; kind: string }[] =>
  dates
    .readAll(outlineOf(text.read(words)), { published: null })
    .spans.map((span) => ({ text: span.text, kind: span.kind }));

/** "words → from..to" of each date: a row's worth of a specification. */
export const intervalsOf = (words: string, published: string | null): string[] =>
  readDatesOf(words, published).map((m) => `${m.text} → ${m.from === m.to ? m.from : `${m.from}..${m.to}`}`);
