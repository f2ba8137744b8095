import type { VerdictWord } from "../../record/index.ts";
import { ClaimLine } from "./claim-line.tsx";
import { VerdictIcon } from "./icons.tsx";
import { useSheet } from "./shown-sheet.ts";
import { WORDS } from "./words-en.ts";

const ORDER: readonly VerdictWord[] = [
  "contradicted",
  "partly",
  "supported",
  "not-in-record",
  "untestable",
  "no-factual-claim",
];

export interface VerdictFilterProps {
  readonly chosen: VerdictWord | null;
  readonly onChoose: (verdict: VerdictWord | null) => void;
}

/** How many claims got which verdict; each is a switch that shows those alone. */
export function VerdictFilter({ chosen, onChoose }: VerdictFilterProps) {
  const { sheet } = useSheet();
  const counts = ORDER.map((verdict) => ({
    verdict,
    n: sheet.ledger.filter((line) => line.so.verdict === verdict).length,
  }));
  return (
    <fieldset className="verdict-filter">
      <legend className="hidden-words">{WORDS.claims.filterLabel}</legend>
      <div className="verdict-bar" aria-hidden="true">
        {counts.map(
          ({ verdict, n }) => n > 0 && <span key={verdict} className={`verdict-${verdict}`} style={{ flexGrow: n }} />,
        )}
      </div>
      <div className="verdict-choices">
        {counts.map(({ verdict, n }) => (
          <button
            key={verdict}
            type="button"
            className={`pill pill-choice verdict-${verdict}`}
            aria-pressed={chosen === verdict}
            disabled={n === 0}
            onClick={() => onChoose(chosen === verdict ? null : verdict)}
          >
            <VerdictIcon verdict={verdict} />
            {WORDS.verdicts[verdict]} <b>{n}</b>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

export interface LedgerProps {
  readonly verdict: VerdictWord | null;
  readonly onShowWords: (key: string) => void;
}

export function Ledger({ verdict, onShowWords }: LedgerProps) {
  const { sheet } = useSheet();
  return (
    <>
      <h2 className="panel-title">{WORDS.claims.title}</h2>
      <p className="lead">{WORDS.claims.lead}</p>
      {sheet.ledger.length === 0 && <p className="empty">{WORDS.claims.none}</p>}
      {verdict !== null && (
        <p className="shown" role="status">
          {WORDS.counts.shown(sheet.ledger.filter((line) => line.so.verdict === verdict).length, sheet.ledger.length)}
        </p>
      )}
      {sheet.ledger.map((line, i) => (
        <div
          key={line.claim.start}
          className="ledger-slot"
          data-hidden={verdict !== null && line.so.verdict !== verdict}
        >
          <ClaimLine line={line} number={i + 1} onShowWords={onShowWords} />
        </div>
      ))}
    </>
  );
}
