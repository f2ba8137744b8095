/** A stretch of visible text: offsets into it, end exclusive. */
export interface RawToken {
  readonly start: number;
  readonly end: number;
}

/** Longest run without white space read in one go; a longer one is cut, so that reading stays linear. */
const LONGEST_WORD = 400;

/** Abbreviations that keep their full stop (UD English: "Mr.", "St.", "Sept."). */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms messrs mlle mme dr prof rev fr sr jr st ft mt gen maj col lt capt cpt cmdr cdr sgt cpl pvt adm brig sen rep reps gov pres
  hon supt insp det dept dist div gov't jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat
  sun inc corp co ltd llc bros vs etc al approx ca cf eg ie esp est ext fig no nos vol vols pp ed eds ave blvd rd hwy rte apt
  bldg attn ph ala ariz ark cal calif colo conn del fla ill ind kan ky md mass mich minn miss mont neb nev okla ore pa penn tenn tex
  va vt wash wis wyo que ont alta sask yrs mins hrs lb lbs oz u.s u.n u.k u.s.a e.g i.e a.m p.m d.c ph.d viz`.split(
    /\s+/,
  ),
);

/** Prefixes after which UD English keeps the hyphen inside the word ("non-profit", "pro-government"). */
const HYPHEN_PREFIXES = new Set(
  "non pro anti co re pre post mid ex semi sub cross multi counter inter intra e mini neo ultra trans super un bi tri micro macro hyper infra quasi pseudo extra over under".split(
    " ",
  ),
);

const WORD = /[\p{L}\p{M}\p{N}_]/u;
const URL = /(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]/y;
const MAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/uy;
const NUMBER =
  /[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:[.:]\d+)*(?:\/\d+)*(?:st|nd|rd|th|s|['’]s(?![\p{L}]))?(?![\p{L}\p{N}])/uy;
const PHONE = /\d{1,3}-\d{3,4}(?:-\d{4})?(?![\d-])/y;
const FILE_NAME =
  /[\p{L}\p{N}_-]{1,60}\.(?:pdf|docx?|xlsx?|txt|html?|jpe?g|png|gif|zip|csv|ppt|exe)(?![\p{L}\p{N}])/iuy;
const SITE =
  /(?:[\p{L}\p{N}-]{1,40}\.){1,4}(?:com|org|net|edu|gov|mil|info|co\.uk|int)(?:\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’])?(?![\p{L}\p{N}])/iuy;
const SMILEY = /[:;=]-?[()DP](?![\p{L}\p{N}])|<3(?!\d)/uy;
const SLASHED = /(?:b\/c|w\/o|w\/|s\/he|c\/o|n\/a)(?![\p{L}\p{N}])/iuy;
const ACRONYM = /(?:\p{L}\.){2,}(?![\p{L}])/uy;
const WORD_RUN = /[\p{L}\p{M}\p{N}_]+(?:['’`](?=\p{L})[\p{L}\p{M}\p{N}_]+|&(?=\p{Lu})[\p{L}\p{M}\p{N}_]+)*/uy;
const REPEATED = /\.{2,}|…+|-{2,}|[!?]{2,}|(?:''|``|‘’|’’)|\*{2,}|={2,}|_{2,}|~{2,}|#{2,}|<{2,}|>{2,}|\${2,}/y;
const MONEY = /(?:US|U|A|C|HK|NZ|S)\$/y;
const GLUED_YEAR =
  /^(in|on|by|since|until|from|at|to|killed|injured|wounded|and)(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)$/i;
const GLUED_VERB =
  /^(killed|injured|wounded|killing|injuring|wounding)(one|two|three|four|five|six|seven|eight|nine|ten|several|dozens|at|\d+)$/i;
const CONTRACTION = /^(.+?)(n['’`]t|['’`](?:s|S|m|M|d|D|ll|LL|re|RE|ve|VE))$/iu;
const WHOLE_CONTRACTIONS: Readonly<Record<string, number>> = {
  cannot: 3,
  gonna: 3,
  wanna: 3,
  gotta: 3,
  dont: 2,
  doesnt: 4,
  didnt: 3,
  "d'you": 2,
};

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found === null ? 0 : found[0].length;
}

/** Where a word splits into the parts UD gives it: "don't" → do|n't, "cannot" → can|not, "killedfive" → killed|five. */
function splitInside(word: string): number {
  const whole = WHOLE_CONTRACTIONS[word.toLowerCase()];
  if (whole !== undefined) return whole;
  const contraction = CONTRACTION.exec(word);
  if (contraction !== null) return contraction[1]!.length;
  const glued = GLUED_VERB.exec(word) ?? (/\d/.test(word) ? GLUED_YEAR.exec(word) : null);
  return glued === null ? 0 : glued[1]!.length;
}

/** "non-profit", "x-ray": end of a word that keeps its hyphen, or `end` where UD splits. */
function keptHyphen(text: string, start: number, end: number): number {
  if (text[end] !== "-" || !HYPHEN_PREFIXES.has(text.slice(start, end).toLowerCase())) return end;
  const rest = match(WORD_RUN, text, end + 1);
  return rest > 0 && /\p{L}/u.test(text[end + 1]!) ? end + 1 + rest : end;
}

/** A full stop belongs to the token after initials ("J.", "U.S.") and abbreviations, unless it ends the paragraph as a plain word. */
function withAbbreviationStop(text: string, start: number, end: number): number {
  if (text[end] !== "." || text[end + 1] === ".") return end;
  const word = text.slice(start, end);
  const initial = /^\p{Lu}$/u.test(word) && word !== "I";
  const circa = word === "c" && end + 1 === text.length && /^\(?$/.test(text.slice(0, start));
  return initial || circa || ABBREVIATIONS.has(word.toLowerCase()) ? end + 1 : end;
}

function tokenEnd(text: string, at: number): number {
  const fixed =
    match(URL, text, at) ||
    match(MAIL, text, at) ||
    match(FILE_NAME, text, at) ||
    match(SITE, text, at) ||
    match(SLASHED, text, at) ||
    match(SMILEY, text, at) ||
    match(MONEY, text, at) ||
    match(ACRONYM, text, at) ||
    match(PHONE, text, at) ||
    (/[\d+-]/.test(text[at]!) && !(at > 0 && WORD.test(text[at - 1]!)) ? match(NUMBER, text, at) : 0) ||
    match(REPEATED, text, at);
  if (fixed > 0) return at + fixed;
  const word = match(WORD_RUN, text, at);
  if (word > 0) return withAbbreviationStop(text, at, keptHyphen(text, at, at + word));
  return at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
}

/** Tokens of one run without white space. */
function* tokensOfRun(run: string, offset: number): Generator<RawToken> {
  let at = 0;
  while (at < run.length) {
    const end = tokenEnd(run, at);
    const inside = splitInside(run.slice(at, end));
    if (inside > 0) yield { start: offset + at, end: offset + at + inside };
    yield { start: offset + at + inside, end: offset + end };
    at = end;
  }
}

/** Tokens of `text` between two offsets, by the conventions of UD English (EWT and GUM of 2023 on: hyphens split). Linear. */
export function tokenize(text: string, start: number, end: number): RawToken[] {
  const tokens: RawToken[] = [];
  const run = /\S+/g;
  run.lastIndex = start;
  for (let found = run.exec(text); found !== null && found.index < end; found = run.exec(text)) {
    const stop = Math.min(found.index + found[0].length, end);
    for (let at = found.index; at < stop; at = cutBefore(text, at, stop)) {
      tokens.push(...tokensOfRun(text.slice(at, cutBefore(text, at, stop)), at));
    }
  }
  return tokens;
}

/** Next cut of an overlong run: never inside a surrogate pair. */
function cutBefore(text: string, at: number, stop: number): number {
  if (stop - at <= LONGEST_WORD) return stop;
  const cut = at + LONGEST_WORD;
  return /[\uDC00-\uDFFF]/.test(text[cut]!) ? cut - 1 : cut;
}
