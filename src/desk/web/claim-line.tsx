import type { LedgerLine } from "../../record/index.ts";
import { Fold } from "./fold.tsx";
import { useLighting, useObjectLight } from "./lit.tsx";
import { reasonInWords } from "./reason.ts";
import { CitedRow } from "./record-row.tsx";
import { answerOf } from "./say.ts";
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

/** What the verdict does not hang on: figures, other ways to count, rows that were looked at and are not the same. */
function Details({ line }: { readonly line: LedgerLine }) {
  const answer = answerOf(line);
  const { alternatives } = line.so;
  const near = line.so.rows.filter(isNear);
  if (answer.length + alternatives.length + near.length === 0) return null;
  return (
    <Fold className="claim-details" summary={WORDS.claims.more}>
      {answer.length > 0 && (
        <>
          <h3>{WORDS.claims.answer}</h3>
          <dl className="fields">
            {answer.map(([name, value]) => (
              <div className="field" key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {alternatives.length > 0 && (
        <>
          <h3>{WORDS.claims.alternatives}</h3>
          <ul className="alternatives">
            {alternatives.map((alternative) => (
              <li key={alternative.assumption}>
                {WORDS.claims.alternative(alternative.assumption)} <VerdictPill verdict={alternative.verdict} />
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
