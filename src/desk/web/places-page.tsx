import { useCallback, useMemo, useState } from "react";
import type { PlacesSheet } from "../places-sheet.ts";
import { Icon } from "./icons.tsx";
import { PlaceCard } from "./place-card.tsx";
import { groupsOf } from "./place-groups.ts";
import { PlacesMap } from "./places-map.tsx";
import { PlacesText } from "./places-text.tsx";
import { PLACES_WORDS } from "./places-words-en.ts";
import { ThemeButton } from "./theme-button.tsx";
import { WORDS } from "./words-en.ts";

function Places({ sheet }: { readonly sheet: PlacesSheet }) {
  const groups = useMemo(() => groupsOf(sheet), [sheet]);
  const [lit, setLit] = useState<string | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const open = useCallback((key: string, on: boolean) => {
    setOpened((had) => {
      if (had.has(key) === on) return had;
      const next = new Set(had);
      if (on) next.add(key);
      else next.delete(key);
      return next;
    });
  }, []);
  const choose = (key: string): void => {
    open(key, true);
    document.getElementById(`place-${key}`)?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  };
  const drawable = sheet.places.some(({ place }) => place !== null);
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{sheet.document.title ?? sheet.document.id}</h2>
          <p className="lead">
            {sheet.places.length === 0 ? PLACES_WORDS.none : PLACES_WORDS.names(sheet.places.length)}
          </p>
        </div>
      </div>
      <div className="places-columns">
        <div className="sheet-card">
          <PlacesText sheet={sheet} groups={groups} lit={lit} onLight={setLit} onChoose={choose} />
        </div>
        <div className="places-side">
          <div className="sheet-card">
            {drawable ? (
              <PlacesMap groups={groups} lit={lit} onLight={setLit} onChoose={choose} />
            ) : (
              <p className="empty">{PLACES_WORDS.noMap}</p>
            )}
            <p className="credit">
              {WORDS.map.worldview} {WORDS.map.credit}
            </p>
          </div>
          <ul className="place-cards">
            {groups.map((group) => (
              <PlaceCard
                key={group.key}
                group={group}
                lit={group.key === lit}
                open={opened.has(group.key)}
                onLight={setLit}
                onOpen={open}
              />
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

/** The page of `plumbline places --html`. */
export const PlacesPage = ({ sheets }: { readonly sheets: readonly PlacesSheet[] }) => (
  <>
    <header className="top places-top">
      <span className="brand">
        <Icon name="plumb" /> {WORDS.brand}
      </span>
      <ThemeButton />
    </header>
    <main>
      <div className="masthead">
        <h1>{PLACES_WORDS.title}</h1>
        <p className="byline">{PLACES_WORDS.lead}</p>
      </div>
      {sheets.map((sheet, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two documents may share an id, and their order does not change
        <Places key={i} sheet={sheet} />
      ))}
    </main>
  </>
);
