import type { RecordRow, VerdictWord } from "../record/index.ts";
import type { CitedRow, Finding, ResponsibilityCheck } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { judgeSilence } from "./judge-incident.ts";
import { linkOf, matchIn, nearIds } from "./match-row.ts";
import { plainReason, reason } from "./reason.ts";

/** Words that introduce a group or speak for it and are no part of its name. */
const AROUND_A_NAME =
  /\b(?:the|a|an|of|by|in|on|for|called|named|signed|spokes(?:man|woman|person)|leader|member|members|leaflet|letter|statement|message|caller|channel|telegram|video|group|armed|small|militant|rebel|who|said|he|she|they|spoke|according|to|police|faction|wing|branch|commander)\b/gi;

const fold = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]s?\b/g, "");

const nameWords = (phrase: string): ReadonlySet<string> =>
  new Set(
    fold(phrase)
      .replace(AROUND_A_NAME, " ")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 1),
  );

const initials = (phrase: string): string =>
  (fold(phrase).match(/\b\p{Lu}\p{L}*/gu) ?? [])
    .filter((word) => !/^(?:The|A|An)$/.test(word))
    .map((word) => word[0])
    .join("");

/** Do two phrases name one group: a name word in common, or one the initials of the other ("NLA", "Northern Lake Army")? */
export function sameGroup(a: string, b: string): boolean {
  const words = nameWords(b);
  if ([...nameWords(a)].some((word) => words.has(word))) return true;
  const acronym = (short: string, long: string): boolean =>
    (short.match(/\b\p{Lu}{2,}\b/gu) ?? []).some((letters) => initials(long).includes(letters));
  return acronym(a, b) || acronym(b, a);
}

const UNKNOWN = /^(?:unknown|unidentified|not known)\b/i;
/** "four men", "masked raiders" say who acted and name nobody. */
const namesNobody = (cell: string): boolean => !/\p{Lu}/u.test(cell);

const known = (cell: string | null): string | null => (cell === null || UNKNOWN.test(cell) ? null : cell);

const answered = (
  verdict: VerdictWord,
  row: RecordRow,
  recorded: string,
  claimed: string,
  differs: boolean,
): Finding => {
  const rows: CitedRow[] = [{ id: row.id, why: verdict === "supported" ? "agrees" : "disagrees" }];
  const why = differs
    ? reason("actor-differs", { rows: row.id, recorded, claimed })
    : reason("matched", { rows: row.id });
  return { verdict, rows, answer: { actor: row.actor, claimedBy: row.claimedBy }, reason: why, alternatives: [] };
};

const empty = (row: RecordRow): Finding => ({
  verdict: "not-in-record",
  rows: [{ id: row.id, why: "near" }],
  answer: {},
  reason: reason("actor-not-recorded", { rows: row.id }),
  alternatives: [],
});

/** Rule 8. `claimed_by` decides who claimed; `actor` decides who did. */
function judgeRow(check: ResponsibilityCheck, row: RecordRow): Finding {
  const [claimer, actor] = [known(row.claimedBy), known(row.actor)];
  if (check.point === "claimed-by") {
    if (claimer === null) return empty(row);
    if (check.who === null) return answered("contradicted", row, claimer, "nobody", true);
    if (!sameGroup(check.who, claimer)) return answered("contradicted", row, claimer, check.who, true);
    const other = actor !== null && !namesNobody(actor) && !sameGroup(check.who, actor);
    return answered(other ? "partly" : "supported", row, actor ?? claimer, check.who, other);
  }
  if (actor === null || check.who === null) return empty(row);
  const same = sameGroup(check.who, actor);
  if (!same && namesNobody(actor) && !namesNobody(check.who)) return empty(row);
  if (check.point === "done-by") return answered(same ? "supported" : "contradicted", row, actor, check.who, !same);
  return answered(same ? "contradicted" : "supported", row, actor, `not ${check.who}`, same);
}

export function judgeResponsibility(context: CheckContext, check: ResponsibilityCheck): Finding {
  const event = check.events[0];
  if (event === undefined) {
    return { verdict: "untestable", rows: [], answer: {}, reason: plainReason("no-date-or-place"), alternatives: [] };
  }
  const link = linkOf(context, event);
  const matched = matchIn(link);
  if (matched === null) return judgeSilence(context, event, nearIds(link));
  return judgeRow(check, matched.row);
}
