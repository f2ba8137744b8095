import type { ReactNode } from "react";
import { sayDay, sayIncident } from "./say.ts";
import { useSheet } from "./shown-sheet.ts";
import { WORDS } from "./words-en.ts";

const languageName = (code: string): string =>
  /^[a-z]{2,3}$/.test(code) ? (new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code) : code;

const Facts = ({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="fields facts">
    {facts
      .filter(([, value]) => value !== null && value !== undefined && value !== "")
      .map(([name, value]) => (
        <div className="field" key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

function RecordCard() {
  const { record } = useSheet().sheet;
  const { labels } = WORDS.about;
  if (record === null) return <p>{WORDS.noRecord}</p>;
  const { card, name, total } = record;
  if (card === null) {
    return (
      <>
        <Facts
          facts={[
            [labels.name, name],
            [labels.rows, total.toLocaleString("en")],
          ]}
        />
        <p className="caution">{WORDS.about.noCard}</p>
      </>
    );
  }
  return (
    <Facts
      facts={[
        [labels.name, card.name],
        [labels.kind, WORDS.about.kind[card.kind]],
        [labels.area, card.area],
        [labels.window, WORDS.span(sayDay(card.from), sayDay(card.to))],
        [labels.classes, card.classes.map((one) => sayIncident(one).toLowerCase()).join(", ")],
        [labels.rule, card.inclusionRule],
        [labels.rows, total.toLocaleString("en")],
        [labels.licence, card.licence],
      ]}
    />
  );
}

export function About() {
  const { sheet } = useSheet();
  const { labels } = WORDS.about;
  const { document, coded } = sheet;
  return (
    <section className="section" id="about" aria-labelledby="about-title">
      <h2 id="about-title">{WORDS.about.title}</h2>
      <p className="lead">{WORDS.about.limits}</p>
      <div className="two-columns">
        <div>
          <h3>{WORDS.about.record}</h3>
          <RecordCard />
        </div>
        <div>
          <h3>{WORDS.about.coder}</h3>
          <Facts
            facts={[
              [labels.document, document.id],
              [labels.source, document.source],
              [labels.version, sheet.version],
              [labels.coder, `${coded.coder.name} ${coded.coder.version}`],
              [labels.language, languageName(coded.lang)],
              [labels.hash, <code key="hash">{coded.textSha256}</code>],
              [labels.tables, <code key="tables">{coded.coder.tables}</code>],
            ]}
          />
          {sheet.notes.length > 0 && (
            <>
              <h3>{WORDS.about.notes}</h3>
              <ul className="notes">
                {sheet.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
