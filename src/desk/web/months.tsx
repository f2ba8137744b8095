import type { MonthCount } from "../sheet.ts";
import { useSheet } from "./shown-sheet.ts";
import { WORDS } from "./words-en.ts";

interface Together {
  readonly violence: number;
  readonly protest: number;
  readonly both: number;
  readonly neither: number;
  readonly all: number;
}

/** Months with each, with both, with neither; from the 2x2 where it was made, else by counting the months. */
function togetherOf(months: readonly MonthCount[]): Together {
  const both = months.filter((month) => month.violence > 0 && month.protest > 0).length;
  const violence = months.filter((month) => month.violence > 0).length;
  const protest = months.filter((month) => month.protest > 0).length;
  return { violence, protest, both, neither: months.length - violence - protest + both, all: months.length };
}

const percent = (n: number, of: number): string => (of === 0 ? "–" : `${Math.round((100 * n) / of)} %`);

function CountTable({ together }: { readonly together: Together }) {
  const { columns } = WORDS.months;
  return (
    <table className="plain counts">
      <thead>
        <tr>
          <th scope="col">{columns.with}</th>
          <th scope="col" className="number">
            {columns.count}
          </th>
          <th scope="col" className="number">
            {columns.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {(["violence", "protest", "both", "neither"] as const).map((kind) => (
          <tr key={kind}>
            <th scope="row">{WORDS.months[kind]}</th>
            <td className="number">{together[kind]}</td>
            <td className="number">{percent(together[kind], together.all)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const NUMBERS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0"));

function Cell({ count }: { readonly count: MonthCount | undefined }) {
  if (count === undefined) return <td className="month outside" />;
  const { violence, protest } = count;
  return (
    <td className="month" title={WORDS.months.cell(violence, protest)}>
      <span className="hidden-words">
        {violence + protest === 0 ? WORDS.months.empty : WORDS.months.cell(violence, protest)}
      </span>
      <span aria-hidden="true" className="month-cell" data-both={violence > 0 && protest > 0}>
        <span className="tone-violence">{violence > 0 ? `▲${violence}` : ""}</span>
        <span className="tone-protest">{protest > 0 ? `●${protest}` : ""}</span>
      </span>
    </td>
  );
}

/** Years down, months across: what each month holds. */
function Calendar({ months }: { readonly months: readonly MonthCount[] }) {
  const byMonth = new Map(months.map((count) => [count.month, count]));
  const years = [...new Set(months.map((count) => count.month.slice(0, 4)))].sort();
  return (
    <div className="table-frame">
      <table className="calendar">
        <caption>
          {WORDS.months.calendar}: <span className="tone-violence">▲</span> {WORDS.months.violence},{" "}
          <span className="tone-protest">●</span> {WORDS.months.protest}, {WORDS.months.framed}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-words">{WORDS.months.year}</span>
            </th>
            {WORDS.months12.map((name) => (
              <th key={name} scope="col" abbr={name}>
                <span aria-hidden="true">{name.slice(0, 1)}</span>
                <span className="hidden-words">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {NUMBERS.map((month) => (
                <Cell key={month} count={byMonth.get(`${year}-${month}`)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const sayP = (p: number): string => (p < 0.001 ? "< 0.001" : p.toFixed(p < 0.1 ? 3 : 2));

/** The reading of the 2x2 in a sentence, and what kind of record it stands on. */
function Reading() {
  const { sheet } = useSheet();
  const { together } = sheet.timeline;
  if (together === null) return <p className="empty">{WORDS.months.none}</p>;
  const units = together.both + together.violenceOnly + together.protestOnly + together.neither;
  const sign = together.p >= 0.05 ? "same" : together.both > together.expected ? "more" : "fewer";
  const kind = sheet.record?.card?.kind ?? "convenience";
  return (
    <>
      <p>
        {WORDS.months.sentence(together.both, units, together.expected.toFixed(1), sayP(together.p))}{" "}
        {WORDS.months.reading(sign)}
      </p>
      {kind === "convenience" && <p className="caution">{WORDS.months.convenience}</p>}
      {kind === "sampled" && <p className="caution">{WORDS.months.sampled}</p>}
    </>
  );
}

export function Months() {
  const { months } = useSheet().sheet.timeline;
  return (
    <div className="months">
      <h3>{WORDS.months.title}</h3>
      {months.length === 0 ? (
        <p className="empty">{WORDS.months.none}</p>
      ) : (
        <>
          <CountTable together={togetherOf(months)} />
          <Reading />
          <Calendar months={months} />
        </>
      )}
    </div>
  );
}
