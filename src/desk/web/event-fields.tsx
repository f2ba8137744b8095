import type { ReactNode } from "react";
import type { Event, Span } from "../../record/index.ts";
import { Icon } from "./icons.tsx";
import { useLitStore } from "./lit.tsx";
import { sayCode, sayCount, sayDate, sayEventPlace } from "./say.ts";
import { WORDS } from "./words-en.ts";

const wordsOf = (spans: readonly Span[]): readonly string[] => [...new Set(spans.map((span) => span.text))];

function Quoted({ spans }: { readonly spans: readonly Span[] }) {
  return wordsOf(spans).map((words) => (
    <q key={words} className="said">
      {words}
    </q>
  ));
}

const Inferred = ({ rule }: { readonly rule: string }) => (
  <span className="inferred">
    <Icon name="worked" /> {WORDS.events.inferred(sayCode(rule))}
  </span>
);

interface FieldProps {
  readonly event: string;
  readonly field: string;
  readonly label: string;
  readonly children: ReactNode;
  readonly spans: readonly Span[];
  readonly inferredBy?: string | undefined;
}

/** One value with the words it stands on; pointing at it lights those words alone. */
export function Field({ event, field, label, children, spans, inferredBy }: FieldProps) {
  const store = useLitStore();
  const key = `event:${event}/${field}`;
  return (
    <div className="field" onPointerEnter={() => store.hover(key)} onPointerLeave={() => store.hover(`event:${event}`)}>
      <dt>{label}</dt>
      <dd>
        <span className="value">{children}</span> <Quoted spans={spans} />
        {inferredBy !== undefined && <Inferred rule={inferredBy} />}
      </dd>
    </div>
  );
}

const Precision = ({ children }: { readonly children: ReactNode }) => <span className="precision">{children}</span>;
const Missing = ({ children }: { readonly children: ReactNode }) => <span className="missing">{children}</span>;

export function When({ event }: { readonly event: Event }) {
  const { date } = event;
  return (
    <Field
      event={event.id}
      field="date"
      label={WORDS.events.date}
      spans={date?.mentions ?? []}
      inferredBy={date?.inferredBy}
    >
      {date === null ? (
        <Missing>{WORDS.events.noDate}</Missing>
      ) : (
        <>
          {sayDate(date)} <Precision>{WORDS.datePrecision[date.precision]}</Precision>
        </>
      )}
    </Field>
  );
}

export function Where({ event }: { readonly event: Event }) {
  const { place } = event;
  return (
    <Field
      event={event.id}
      field="place"
      label={WORDS.events.place}
      spans={place?.mentions ?? []}
      inferredBy={place?.inferredBy}
    >
      {place === null ? (
        <Missing>{WORDS.events.noPlace}</Missing>
      ) : (
        <>
          {sayEventPlace(place)}{" "}
          <Precision>
            {WORDS.placePrecision[place.precision]}
            {place.radiusKm !== undefined && place.radiusKm > 0 && ` ${WORDS.radius(place.radiusKm)}`}
          </Precision>
        </>
      )}
    </Field>
  );
}

const HARM = ["killed", "injured", "abducted", "detained"] as const;

export function Harm({ event }: { readonly event: Event }) {
  return (
    <>
      {HARM.map((kind) => {
        const count = event.casualties[kind];
        return count === null ? null : (
          <Field key={kind} event={event.id} field={kind} label={WORDS.events[kind]} spans={count.mentions}>
            <b>{sayCount(count)}</b>
          </Field>
        );
      })}
      {event.casualties.bySide.map((side, i) => (
        <Field
          key={`${side.side}${side.mentions[0]?.start ?? 0}`}
          event={event.id}
          field={`side${i}`}
          label={WORDS.events.side(side.side)}
          spans={side.mentions}
        >
          {HARM.slice(0, 2)
            .flatMap((kind) => {
              const count = kind === "killed" ? side.killed : side.injured;
              return count === null || count === undefined
                ? []
                : [`${WORDS.events[kind].toLowerCase()} ${sayCount(count)}`];
            })
            .join(", ")}
        </Field>
      ))}
      {event.reports.map((report, i) => (
        <Field
          key={report.by[0]?.start ?? i}
          event={event.id}
          field={`report${i}`}
          label={WORDS.events.reports}
          spans={report.by}
        >
          {[
            report.killed === null ? null : `${WORDS.events.killed.toLowerCase()} ${sayCount(report.killed)}`,
            report.injured === null ? null : `${WORDS.events.injured.toLowerCase()} ${sayCount(report.injured)}`,
          ]
            .filter((part) => part !== null)
            .join(", ")}
        </Field>
      ))}
    </>
  );
}

export function Who({ event }: { readonly event: Event }) {
  return (
    <>
      {event.participants.map((participant, i) => (
        <Field
          key={`${participant.role}${participant.mentions[0]?.start ?? i}`}
          event={event.id}
          field={`who${i}`}
          label={WORDS.roles[participant.role]}
          spans={participant.mentions.filter((span) => span.text !== participant.name)}
        >
          {participant.name}
          {participant.count !== null && <Precision>{sayCount(participant.count)}</Precision>}
          {participant.of !== null && ` ${WORDS.events.ofOrganisation(participant.of)}`}
        </Field>
      ))}
      {event.weapons.map((weapon, i) => (
        <Field
          key={`${weapon.name}${weapon.mentions[0]?.start ?? i}`}
          event={event.id}
          field={`weapon${i}`}
          label={WORDS.events.weapon}
          spans={weapon.mentions.filter((span) => span.text !== weapon.name)}
        >
          {weapon.name}
        </Field>
      ))}
      {event.responsibility.map((one, i) => (
        <Field
          key={`${one.actor}${one.stance}`}
          event={event.id}
          field={`responsibility${i}`}
          label={WORDS.events.responsibility}
          spans={one.mentions}
        >
          {WORDS.events.stance[one.stance]} {one.actor}
        </Field>
      ))}
    </>
  );
}
