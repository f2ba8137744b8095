import type { TextFault } from "../../record/index.ts";
import { useLighting, useObjectLight } from "./lit.tsx";
import { useSheet } from "./shown-sheet.ts";
import { WORDS } from "./words-en.ts";

interface FaultCardProps {
  readonly fault: TextFault;
  readonly number: number;
  readonly onShowWords: (key: string) => void;
}

function FaultCard({ fault, number, onShowWords }: FaultCardProps) {
  const key = `fault:${number}`;
  return (
    <article
      className="card fault-card tone-fault"
      id={`card-${key}`}
      data-light={useObjectLight(key)}
      {...useLighting(key)}
    >
      <header className="card-head">
        <button
          type="button"
          className="card-title"
          title={WORDS.faults.showWords(number)}
          onClick={() => onShowWords(key)}
        >
          <span className="card-number">{number}</span>
          <span className="card-name">{WORDS.faultKinds[fault.kind]}</span>
        </button>
      </header>
      <p className="reason">{fault.note}</p>
      <p className="said-by">
        {fault.spans.map((span) => (
          <q key={span.start} className="said">
            {span.text}
          </q>
        ))}
      </p>
    </article>
  );
}

export function FaultList({ onShowWords }: Pick<FaultCardProps, "onShowWords">) {
  const { sheet } = useSheet();
  return (
    <>
      <h2 className="panel-title">{WORDS.faults.title}</h2>
      <p className="lead">{WORDS.faults.lead}</p>
      {sheet.coded.issues.length === 0 && <p className="empty">{WORDS.faults.none}</p>}
      {sheet.coded.issues.map((fault, i) => (
        <FaultCard
          key={`${fault.kind}${fault.spans[0]?.start ?? i}`}
          fault={fault}
          number={i + 1}
          onShowWords={onShowWords}
        />
      ))}
    </>
  );
}
