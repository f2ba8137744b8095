import type { DateWord } from "./date-word.ts";
import { MISSPELT } from "./date-words.ts";
import type { Match } from "./rule-trie.ts";

/** Nouns that a figure counts: "2000 men" is no year. */
const COUNTED =
  /^\s+(?:\p{Ll}+-)?(?:people|men|women|children|troops|soldiers|fighters|civilians|persons|deaths|casualties|prisoners|tons|tonnes|metres|meters|feet|miles|kilometres|kilometers|km|kg|pounds|dollars|euros|percent|per\s+cent|guns|aircraft|tanks|planes|ships|vehicles|houses|homes|votes|seats|shares|members|workers|students|protesters|families|villages|hours|days|weeks|months|years|times|m|ft|mph|mm|cm|yards|rounds|horses|points|barrels|acres|hectares|lakh|crore|rupees|degrees|million|billion|thousand|hundred|or\s+more|or\s+so)(?![\p{L}])/iu;
const PAGE =
  /(?:\b(?:pages?|pp?|nos?|numbers?|flights?|sections?|chapters?|articles?|clauses?|rules?|act|annex|schedule|regulation|lines?|items?|zip|code|para(?:graph)?|room|route|highway|model|vol(?:ume)?|figure|table|resolution|tel|phone|fax|psalm|verse|some|nearly|almost|roughly|least|approximately|over|only|exactly|rs|eur|usd|gbp|inr|versions?|release|ref|id|ip|windows|bmw|audi|boeing|airbus|peugeot|toyota|nissan|mazda)\.?|[$£€#§])\s*$/i;
const MONTH_LEAD =
  /\b(?:in|of|since|by|until|till|from|during|before|after|early|mid|late|last|next|this|that|through|and|to|between|for|until|the|around|about)[\s-]+(?:the\s+(?:month\s+of\s+)?)?$/i;
const YEAR_LEAD =
  /\b(?:in|since|of|by|until|till|from|during|before|after|late|early|mid|through|year|years|and|to|circa|between|summer|spring|autumn|winter|fall|christmas|since\s+at\s+least)[\s-]+(?:the\s+)?$/i;

const ADDRESS =
  /^\s+(?:\p{Lu}[\p{L}.']*\s+){1,3}(?:Street|St\.|Avenue|Ave\b|Road|Rd\b|Drive|Boulevard|Blvd|Lane|Highway|Hwy)/u;
const CROWD = /\b(?:crowd|total|force|strength|number|toll|garrison|population|army|group|some|those)\s+of\s+$/i;
/** "the 17 November group", "Good Friday Agreement", "Friday Mosque": a name that a date has become part of. */
const NAME_AFTER =
  /^(?:\s+\d{1,2})?\s+(?:group\b|(?:Group|Movement|Organi[sz]ation|Brigades?|Coalition|Alliance|Agreement|Accords?|Committee|Mosque|Square|Street|Avenue|Bridge|Stadium|University|Hospital|Club)\b)|^\.[a-z]/;
const NAME_BEFORE = /\b(?:Black|Bloody|BLACK|BLOODY)\s+$/;
/** The first of two figures: "1990" of "1990 to 2000 people". */
const countsWithNext = (after: string): boolean => {
  const range = /^\s*(?:to|or|and|[-–])\s*\d[\d,]*(?=\s)/.exec(after);
  return range !== null && COUNTED.test(after.slice(range[0].length));
};
/** What stands before the first of two figures stands before both: "pp. 1999-2001". */
const withoutRangeStart = (before: string): string => before.replace(/\d{1,4}\s*[-–]\s*$/, "");

/** Before a month that could be somebody's given name, only words that no name follows. */
const ASKS_FOR_MONTH = /\b(?:in|since|until|by|during|last|next|this|early|mid|late)[\s-]+$/i;
/** Months that people are called by. */
const GIVEN_NAME = /^(?:April|May|June|August|Jan|Mar|Jun)$/;

interface Surroundings {
  readonly before: string;
  readonly after: string;
  readonly words: readonly DateWord[];
  readonly match: Match;
  readonly text: string;
}

/** The words that lead up to a figure are short: a regular expression that ends at it need not look at more. */
const LEAD = 24;
const lead = (before: string): string => before.slice(-LEAD);

/** What must hold around a match, by the name in the rule's `company` column. */
const COMPANY: Readonly<Record<string, (around: Surroundings) => boolean>> = {
  /** A bare figure is a year unless it counts things, names a page, or is round and alone. */
  year: ({ before, after, words, match }) => {
    const value = Number(words[match.first]!.value);
    if (
      COUNTED.test(after) ||
      countsWithNext(after) ||
      ADDRESS.test(after) ||
      CROWD.test(lead(before)) ||
      /^\s+(?:police|dead|killed|wounded|injured)\b|^\s*[%°]|^[.,]\d|^-(?!(?:\d{2}|\d{4})\b)\d|^\/\d|^\([a-z\d]{1,3}\)/.test(
        after,
      )
    )
      return false;
    if (/(?<!\b\d{4})[-/.:]$/.test(before) && /\d[-/.:]$/.test(before)) return false;
    if (value % 100 === 0 && /^\s+\p{Ll}+s\b/u.test(after)) return false;
    if (YEAR_LEAD.test(lead(before))) return true;
    if (PAGE.test(lead(withoutRangeStart(before)))) return false;
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
    if (GIVEN_NAME.test(form) && /^\s+\p{Lu}\p{Ll}/u.test(after) && !ASKS_FOR_MONTH.test(before)) return false;
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
      /^\s*(?:[.,;:)]|$|to\b|and\b|the\b|an?\b|he\b|she\b|they\b|it\b|we\b|his\b|their\b|its\b|others\b)/.test(after)
    );
  },
  /** "12.05.99", but not "no. 12.05.99-A", "version 2016.1.2". */
  "not-numbered": ({ before, after }) => !PAGE.test(lead(before)) && !/^[-.]?[\p{L}\d]/u.test(after),
  /** "1400 AH", but not "Ah 1400". */
  "in-capitals": ({ words, match, text }) =>
    !/\p{Ll}/u.test(text.slice(words[match.first]!.start, words[match.next - 1]!.end)),
  /** "three days after the blast": what happened follows, and no date. */
  "event-follows": ({ after }) =>
    /^\s+(?:the|that|this|those|these|his|her|their|its|an?|\p{Lu}[\p{L}.-]*['’]s)\s+(?!\d|(?:first|second|third|last|next|previous|following|same|start|end|beginning|spring|summer|autumn|winter|day|week|month|year)\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{L}/u.test(
      after,
    ),
  /** "10:57" alone may be a score or a verse: it takes "at 10:57", or a half of the day, or a zone. */
  clock: ({ before, after, words, match }) => {
    if (/^\s+of\b/.test(after)) return false;
    const marked = words
      .slice(match.first, match.next)
      .some((word) => word.keys.some((key) => key === "MERIDIEM" || key === "ZONE" || key === "hours"));
    if (!marked) return /\b(?:at|by|until|till|from|around|about|since|after|before)\s+$/i.test(before);
    const hours = words[match.next - 1]!.keys[0] === "hours";
    return !hours || words[match.first]!.value.length === 4;
  },
  /** "the rest of the year", but not "in the week of 7 March". */
  "of-the-unit": ({ after }) => !/^\s+of\b/.test(after),
};

const AROUND = 40;

/** Is the match part of a name that a date has become part of? */
export function isInName(words: readonly DateWord[], match: Match, text: string): boolean {
  const start = words[match.first]!.start;
  const end = words[match.next - 1]!.end;
  return NAME_AFTER.test(text.slice(end, end + 16)) || NAME_BEFORE.test(text.slice(Math.max(0, start - 8), start));
}

export function keepsCompany(name: string, words: readonly DateWord[], match: Match, text: string): boolean {
  if (name === "") return true;
  const start = words[match.first]!.start;
  const end = words[match.next - 1]!.end;
  const around = {
    before: text.slice(Math.max(0, start - AROUND), start),
    after: text.slice(end, end + AROUND),
    words,
    match,
    text,
  };
  return COMPANY[name]?.(around) ?? true;
}

export const COMPANY_NAMES: readonly string[] = Object.keys(COMPANY);
