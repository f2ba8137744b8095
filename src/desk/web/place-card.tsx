import type { ShownMention, ShownPlace, ShownReading } from "../places-sheet.ts";
import type { PlaceGroup } from "./place-groups.ts";
import { PLACES_WORDS as WORDS } from "./places-words-en.ts";

const whereOf = ({ name, admin1, country }: ShownPlace): string =>
  [name, admin1 === name ? null : admin1, country].filter((part) => part !== null).join(", ");

function PlaceLine({ place }: { readonly place: ShownPlace }) {
  const people = WORDS.people(place.population);
  return (
    <>
      {whereOf(place)} · {WORDS.precision[place.precision]}
      {people !== "" && ` · ${people}`}
      {place.geonameId !== null && <span className="muted"> · GeoNames {place.geonameId}</span>}
    </>
  );
}

function Reasons({ reading: { reasons } }: { readonly reading: ShownReading }) {
  return (
    <ul className="place-reasons">
      {reasons.map(({ weight, points, words }) => (
        <li key={weight}>
          {words} <span className="muted nowrap">{WORDS.weight(weight, points)}</span>
        </li>
      ))}
    </ul>
  );
}

const whatOf = ({ place, within }: ShownMention): string =>
  place !== null ? whereOf(place) : within !== null ? WORDS.inTown(whereOf(within)) : WORDS.streetNowhere;

function Extent({ mention: { place, doubtKm, relation, use, score } }: { readonly mention: ShownMention }) {
  const parts = [
    place === null ? null : WORDS.precision[place.precision],
    doubtKm === null ? null : WORDS.within(doubtKm),
    relation === null ? null : WORDS.loosened(relation),
    use === "associative" ? WORDS.associative : null,
    WORDS.score(score),
  ];
  return <span className="muted">{parts.filter((part) => part !== null).join(" · ")}</span>;
}

export interface PlaceCardProps {
  readonly group: PlaceGroup;
  readonly lit: boolean;
  readonly open: boolean;
  readonly onLight: (key: string | null) => void;
  readonly onOpen: (key: string, open: boolean) => void;
}

/** A name with what it was settled to; opened, with its reasons and its other readings. */
export function PlaceCard({ group: { key, mentions }, lit, open, onLight, onOpen }: PlaceCardProps) {
  const mention = mentions[0]!;
  const [first, ...others] = mention.readings;
  return (
    <li
      id={`place-${key}`}
      className="place-card"
      data-light={lit ? "lit" : undefined}
      onPointerEnter={() => onLight(key)}
      onPointerLeave={() => onLight(null)}
    >
      <details open={open} onToggle={(event) => onOpen(key, event.currentTarget.open)}>
        <summary>
          <b>{mention.text}</b>
          {WORDS.times(mentions.length)} → {whatOf(mention)}
          <br />
          <Extent mention={mention} />
        </summary>
        <h3>{WORDS.why}</h3>
        <p>{mention.ruleInWords}</p>
        {first !== undefined && <Reasons reading={first} />}
        {mention.place !== null && <h3>{WORDS.others}</h3>}
        {mention.place !== null && others.length === 0 && <p className="muted">{WORDS.noOthers}</p>}
        <ol className="place-readings">
          {others.map((other) => (
            <li key={`${other.place.geonameId} ${other.place.name} ${other.place.lat}`}>
              <span className="place-share">{WORDS.share(other.share)}</span> <PlaceLine place={other.place} />
              <Reasons reading={other} />
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}
