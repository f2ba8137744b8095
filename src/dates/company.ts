import type { DateWord } from "./date-word.ts";
import { MISSPELT } from "./date-words.ts";
import type { Match } from "./rule-trie.ts";

/** Nouns that a figure counts: "2000 men" is no year. */
const COUNTED =
  /^\s+(?:\p{Ll}+-)?(?:people|men|women|children|troops|soldiers|fighters|civilians|persons|deaths|casualties|prisoners|tons|tonnes|metres|meters|feet|miles|kilometres|kilometers|km|kg|pounds|dollars|euros|percent|per\s+cent|guns|aircraft|tanks|planes|ships|vehicles|houses|homes|votes|seats|shares|members|workers|students|protesters|families|villages|hours|days|weeks|months|years|times|yards|rounds|horses|points|barrels|acres|hectares|million|billion|thousand|hundred|or\s+more|or\s+so)(?![\p{L}])/iu;
const PAGE =
  /(?:\b(?:pages?|pp?|nos?|numbers?|flights?|section|chapter|article|para(?:graph)?|room|route|highway|model|vol(?:ume)?|figure|table|resolution|tel|phone|fax|psalm|verse|some|nearly|almost|roughly|least|approximately|over|only|exactly)\.?|[$£€#§])\s*$/i;
const MONTH_LEAD =
  /\b(?:in|of|since|by|until|till|from|during|before|after|early|mid|late|last|next|this|that|through|and|to|between|for|until|the|around|about)[\s-]+(?:the\s+(?:month\s+of\s+)?)?$/i;
const YEAR_LEAD =
  /\b(?:in|since|of|by|until|till|from|during|before|after|late|early|mid|through|year|years|and|to|circa|between|summer|spring|autumn|winter|fall|christmas)[\s-]+(?:the\s+)?$/i;

interface Surroundings {
  readonly before: string;
  readonly after: string;
  readonly words: readonly DateWord[];
  readonly match: Match;
  readonly text: string;
}

/** What must hold around a match, by the name in the rule's `company` column. */
const COMPANY: Readonly<Record<string, (around: Surroundings) => boolean>> = {
  /** A bare figure is a year unless it counts things, names a page, or is round and alone. */
  year: ({ before, after, words, match }) => {
    const value = Number(words[match.first]!.value);
    if (
      COUNTED.test(after) ||
      /^\s+(?:police|dead|killed|wounded|injured)\b/.test(after) ||
      /^\s*[%°]|^[.,]\d|^-(?!(?:\d{2}|\d{4})\b)\d|^\/\d/.test(after)
    )
      return false;
    if (/(?<!\b\d{4})[-/.:]$/.test(before) && /\d[-/.:]$/.test(before)) return false;
    if (value % 100 === 0 && /^\s+\p{Ll}+s\b/u.test(after)) return false;
    if (YEAR_LEAD.test(before)) return true;
    if (PAGE.test(before)) return false;
    return value >= 1600 && value < 2100 && value % 500 !== 0;
  },
  /** "May 10" but not "May 10 people". */
  figure: ({ after }) => !COUNTED.test(after) && !/^\s*(?:[%°]|percent\b|per\s+cent\b)|^[.,]\d|^:\d/.test(after),
  /** "'98" but not "'98 people". */
  "not-figure": ({ after }) => !COUNTED.test(after),
  /** A month's name that is also a common word needs a word that asks for a date. */
  month: ({ before, after, words, match, text }) => {
    const word = words[match.first]!;
    if (word.keys.includes(MISSPELT)) return false;
    const form = text.slice(word.start, word.end);
    if (/^\p{Ll}/u.test(form) && form.length <= 5) return false;
    if (
      /^march$/i.test(form) &&
      /\bthe\s+$/i.test(before) &&
      /^\s*(?:[.,;:)]|to\b|on\b|of\b|against\b|for\b|through\b)/.test(after)
    )
      return false;
    if (
      form.length <= 4 &&
      form !== "June" &&
      form !== "July" &&
      !form.endsWith(".") &&
      !/^may$/i.test(form) &&
      /^\s+\p{Lu}\p{Ll}/u.test(after)
    )
      return false;
    if (!/^(?:may|march|mar|dec|sep|sept|jan|feb|apr|jun|jul|aug|oct|nov|august|april|june)\.?$/i.test(form))
      return true;
    return (
      MONTH_LEAD.test(before) ||
      /^\s+(?:and|to|or|through)\s+(?:january|february|march|april|june|july|august|september|october|november|december)\b/i.test(
        after,
      ) ||
      /^(?:april|june)$/i.test(form)
    );
  },
  /** "in spring", "the Spring Offensive", but not "to spring a trap", "a hot spring". */
  season: ({ before, after, words, match, text }) => {
    const word = words[match.first]!;
    if (/(?:\bhot|\bto|\bcoil|-)\s*$/i.test(before)) return false;
    if (
      /\b(?:in|during|by|until|since|through|throughout|early|mid|late|last|next|this|that|each|and|of|before|after|main|following)[\s-]+$/i.test(
        before,
      )
    )
      return true;
    return /^\p{Lu}/u.test(text.slice(word.start, word.end)) && /^\s+\p{Lu}|^\s+offensive/u.test(after);
  },
  decade: ({ before, words, match }) => {
    if (/\b(?:his|her|their|my|our|your|its|'s|temperatures?|aged?)\s+(?:early\s+|late\s+|mid-?\s*)?$/i.test(before))
      return false;
    const decade = words[match.next - 1]!.value;
    return (
      decade.length === 4 ||
      /['’]$/.test(before) ||
      /\bthe\s*$|^the\b/i.test(before + words[match.first]!.keys[0]) ||
      words[match.first]!.keys[0] === "the"
    );
  },
  /** "this week", but not the programme "This Week"; a text in capitals shows no difference. */
  "not-title": ({ words, match, text }) => {
    const word = words[match.next - 1]!;
    return !/^\p{Lu}\p{Ll}/u.test(text.slice(word.start, word.end));
  },
  /** "today", but not "USA Today". */
  "not-name": ({ before, words, match, text }) => {
    const word = words[match.first]!;
    return !(/^\p{Lu}\p{Ll}/u.test(text.slice(word.start, word.end)) && /\p{Lu}[\p{L}]*\s$/u.test(before));
  },
  "no-hyphen": ({ after }) => !after.startsWith("-"),
  /** "two days after." but not "two days after the siege was lifted". */
  "clause-end": ({ after }) => /^\s*(?:[.,;:)!?\n]|$|when\b|and\b|but\b|that\b)/i.test(after),
  /** "the 7th" alone, not "the 7th Division", "the 38th parallel". */
  "ordinal-alone": ({ before, after, words, match }) => {
    const day = Number(words[match.next - 1]!.value);
    return (
      day >= 1 &&
      day <= 31 &&
      /\b(?:on|by|until|from|to|since|of)\s+$/i.test(before) &&
      /^\s*(?:[.,;:)]|$|to\b|and\b)/.test(after)
    );
  },
  /** "the rest of the year", but not "in the week of 7 March". */
  "of-the-unit": ({ after }) => !/^\s+of\b/.test(after),
};

const AROUND = 40;

export function keepsCompany(name: string, words: readonly DateWord[], match: Match, text: string): boolean {
  if (name === "") return true;
  const rule = COMPANY[name];
  const start = words[match.first]!.start;
  const end = words[match.next - 1]!.end;
  return (
    rule === undefined ||
    rule({
      before: text.slice(Math.max(0, start - AROUND), start),
      after: text.slice(end, end + AROUND),
      words,
      match,
      text,
    })
  );
}

export const COMPANY_NAMES: readonly string[] = Object.keys(COMPANY);
