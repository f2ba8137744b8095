import type { Event } from "../../record/index.ts";
import { Field, Harm, When, Where, Who } from "./event-fields.tsx";
import { useLighting, useObjectLight } from "./lit.tsx";
import { sayIncident } from "./say.ts";
import { useSheet } from "./shown-sheet.ts";
import { WORDS } from "./words-en.ts";

/** What sets the event apart from a plain, completed, asserted, single one. */
const remarksOf = (event: Event): readonly string[] =>
  [
    WORDS.stages[event.stage],
    WORDS.factuality[event.factuality],
    event.summary ? WORDS.events.summary : "",
    event.wave === null ? "" : WORDS.events.wave,
    event.partOf === null ? "" : WORDS.events.partOf,
  ].filter((remark) => remark !== "");

export interface EventCardProps {
  readonly event: Event;
  readonly onShowWords: (key: string) => void;
}

export function EventCard({ event, onShowWords }: EventCardProps) {
  const shown = useSheet();
  const key = `event:${event.id}`;
  const number = shown.numberOfEvent.get(event.id) ?? 0;
  return (
    <article
      className={`card event-card tone-${shown.laneOf(event)}`}
      id={`card-${key}`}
      data-light={useObjectLight(key)}
      {...useLighting(key)}
    >
      <header className="card-head">
        <button
          type="button"
          className="card-title"
          title={WORDS.events.showWords(number)}
          onClick={() => onShowWords(key)}
        >
          <span className="card-number">{number}</span>
          <span className="card-name">{sayIncident(event.incident)}</span>
        </button>
        {remarksOf(event).map((remark) => (
          <span key={remark} className="remark">
            {remark}
          </span>
        ))}
        <span className="confidence" title={WORDS.events.confidenceLabel}>
          {WORDS.events.confidence(event.confidence)}
        </span>
      </header>
      <dl className="fields">
        <Field event={event.id} field="what" label={WORDS.events.what} spans={event.evidence}>
          {""}
        </Field>
        <When event={event} />
        <Where event={event} />
        <Who event={event} />
        <Harm event={event} />
        <Field event={event.id} field="source" label={WORDS.events.source} spans={event.attributedTo}>
          {event.attributedTo.length === 0 && WORDS.events.author}
        </Field>
      </dl>
    </article>
  );
}
