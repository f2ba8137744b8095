import type { LedgerLine } from "../../record/index.ts";
import { type AnswerInWords, answerInWords } from "./answer.ts";
import { Fold } from "./fold.tsx";
import { useLighting, useObjectLight } from "./lit.tsx";
import { reasonInWords } from "./reason.ts";
import { CitedRow } from "./record-row.tsx";
import { sentenceCase } from "./say.ts";
import { useSheet } from "./shown-sheet.ts";
import { VerdictPill } from "./verdict-pill.tsx";
import { WORDS } from "./words-en.ts";

function SaidBy({ line }: { readonly line: LedgerLine }) {
  const { by, independentOrigins } = line.said;
  return (
    <p className="said-by">
      {by.length === 0 ? WORDS.claims.author : WORDS.claims.said}{" "}
      {by.map((span) => (
        <q key={span.start} className="said">
          {span.text}
        </q>
      ))}
      {independentOrigins !== null && <span className="precision">{WORDS.claims.origins(independentOrigins)}</span>}
    </p>
  );
}

const isNear = ({ why }: LedgerLine["so"]["rows"][number]): boolean => why === "near";

const Rows = ({ rows }: { readonly rows: LedgerLine["so"]["rows"] }) =>
  rows.map((row) => <CitedRow key={`${row.id}${row.why}`} id={row.id} why={row.why} />);

/** Figures by year as a table whose bars repeat the number for the eye. */
function YearBars({ years }: Pick<AnswerInWords, "years">) {
  const most = Math.max(1, ...years.map(({ value }) => value));
  return (
    <>
      <h3>{WORDS.claims.byYear}</h3>
      <table className="year-bars">
        <tbody>
          {years.map(({ year, value }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td className="number">{value.toLocaleString("en")}</td>
              <td className="year-bar" aria-hidden="true">
                <span style={{ width: `${(100 * Math.max(0, value)) / most}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What the verdict does not hang on: figures, other ways to count, rows that were looked at and are not the same. */
function Details({ line }: { readonly line: LedgerLine }) {
  const { figures, years } = answerInWords(line);
  const { alternatives } = line.so;
  const near = line.so.rows.filter(isNear);
  if (figures.length + years.length + alternatives.length + near.length === 0) return null;
  return (
    <Fold className="claim-details" summary={WORDS.claims.more}>
      {figures.length > 0 && (
        <>
          <h3>{WORDS.claims.answer}</h3>
          <dl className="fields">
            {figures.map(({ name, value }) => (
              <div className="field" key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {years.length > 0 && <YearBars years={years} />}
      {alternatives.length > 0 && (
        <>
          <h3>{WORDS.claims.alternatives}</h3>
          <ul className="alternatives">
            {alternatives.map((alternative) => (
              <li key={alternative.assumption}>
                {sentenceCase(alternative.assumption)}: <VerdictPill verdict={alternative.verdict} />
              </li>
            ))}
          </ul>
        </>
      )}
      {near.length > 0 && (
        <>
          <h3>{WORDS.claims.near}</h3>
          <Rows rows={near} />
        </>
      )}
    </Fold>
  );
}

export interface ClaimLineProps {
  readonly line: LedgerLine;
  /** 1-based place in the ledger. */
  readonly number: number;
  readonly onShowWords: (key: string) => void;
}

export function ClaimLine({ line, number, onShowWords }: ClaimLineProps) {
  const shown = useSheet();
  const { sheet } = shown;
  const key = `claim:${number}`;
  const hedged = sheet.coded.claims.some(
    (claim) => claim.start === line.claim.start && claim.end === line.claim.end && claim.hedged,
  );
  return (
    <article
      className={`card claim-card tone-${line.so.verdict}`}
      id={`card-${key}`}
      data-light={useObjectLight(key)}
      {...useLighting(key)}
    >
      <header className="card-head">
        <span className="card-number">{number}</span>
        <VerdictPill verdict={line.so.verdict} />
        <span className="remark">{WORDS.claimKinds[line.claim.kind]}</span>
        {hedged && <span className="remark">{WORDS.claims.hedged}</span>}
      </header>
      <blockquote className="claim-words">
        <button type="button" title={WORDS.claims.showWords(number)} onClick={() => onShowWords(key)}>
          {line.claim.text}
        </button>
      </blockquote>
      <p className="reason">{reasonInWords(shown, number)}</p>
      <SaidBy line={line} />
      <Rows rows={line.so.rows.filter((row) => !isNear(row))} />
      <Details line={line} />
    </article>
  );
}
