import { Tabs } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import type { VerdictWord } from "../../record/index.ts";
import { About } from "./about.tsx";
import { Article } from "./article.tsx";
import { CitedRows } from "./cited-rows.tsx";
import { EventCard } from "./event-card.tsx";
import { FaultList } from "./fault-list.tsx";
import { type Key, type Layer, layerOf, partsOfKey } from "./key.ts";
import { Ledger, VerdictFilter } from "./ledger.tsx";
import { LeftOut } from "./left-out.tsx";
import { useLitStore } from "./lit.tsx";
import { EventMap } from "./map.tsx";
import { Masthead } from "./masthead.tsx";
import { bringToView, isNarrow } from "./narrow.ts";
import { useSheet } from "./shown-sheet.ts";
import { WORDS } from "./words-en.ts";

const showCard = (key: Key): void => {
  const card = document.getElementById(`card-${key}`);
  if (card !== null) bringToView(card, null);
};

const showWordsOf = (key: Key): void => {
  const words = [...document.querySelectorAll("#article [data-keys]")].find((element) =>
    (element.getAttribute("data-keys") ?? "").split(" ").some((one) => one === key || one === `${key}/what`),
  );
  if (words !== undefined) bringToView(words, document.querySelector("#article"));
};

const nameOf = (key: Key, shown: ReadonlyMap<string, number>): string => {
  const [kind, id] = partsOfKey(key);
  if (kind === "event") return WORDS.peek.event(shown.get(id) ?? 0);
  return kind === "fault" ? WORDS.peek.fault(Number(id)) : WORDS.peek.claim(Number(id));
};

function Events({ onShowWords }: { readonly onShowWords: (key: Key) => void }) {
  const { sheet } = useSheet();
  return (
    <>
      <h2 className="panel-title">{WORDS.events.title}</h2>
      <p className="lead">{WORDS.events.lead}</p>
      {sheet.coded.events.length === 0 && <p className="empty">{WORDS.events.none}</p>}
      {sheet.coded.events.map((event) => (
        <EventCard key={event.id} event={event} onShowWords={onShowWords} />
      ))}
    </>
  );
}

const keyInAddress = (): Key | null => {
  const key = decodeURIComponent(window.location.hash.slice(1));
  return layerOf(key) === null ? null : key;
};

/** The whole page of one sheet. */
export function Page() {
  const { sheet, numberOfEvent } = useSheet();
  const store = useLitStore();
  const [layer, setLayer] = useState<Layer>("claims");
  const [verdict, setVerdict] = useState<VerdictWord | null>(null);
  const [returnTo, setReturnTo] = useState<Key | null>(null);

  const openCard = useCallback(
    (key: Key) => {
      const itsLayer = layerOf(key);
      if (itsLayer !== null) setLayer(itsLayer);
      setVerdict(null);
      setReturnTo(null);
      store.select(key);
      // After the panel of the card is drawn.
      requestAnimationFrame(() => showCard(key));
    },
    [store],
  );
  const showWords = useCallback(
    (key: Key) => {
      store.select(key);
      showWordsOf(key);
      if (isNarrow()) setReturnTo(key);
    },
    [store],
  );

  useEffect(() => {
    const key = keyInAddress();
    if (key !== null) openCard(key);
  }, [openCard]);
  useEffect(
    () =>
      store.subscribe(() => {
        const { selected } = store.read();
        const address =
          selected === null ? window.location.pathname + window.location.search : `#${encodeURIComponent(selected)}`;
        window.history.replaceState(null, "", address);
      }),
    [store],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      store.select(null);
      setReturnTo(null);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [store]);

  return (
    <main>
      <Masthead>
        <VerdictFilter
          chosen={verdict}
          onChoose={(chosen) => {
            setVerdict(chosen);
            setLayer("claims");
          }}
        />
      </Masthead>
      <section className="read" id="read">
        <Article layer={layer} onChoose={openCard} />
        <Tabs
          className="panel"
          value={layer}
          onChange={(value) => value !== null && setLayer(value as Layer)}
          keepMountedMode="display-none"
        >
          <Tabs.List aria-label={WORDS.tabsLabel}>
            <Tabs.Tab value="claims">
              {WORDS.tabs.claims} <span className="tab-count">{sheet.ledger.length}</span>
            </Tabs.Tab>
            <Tabs.Tab value="events">
              {WORDS.tabs.events} <span className="tab-count">{sheet.coded.events.length}</span>
            </Tabs.Tab>
            <Tabs.Tab value="faults">
              {WORDS.tabs.faults} <span className="tab-count">{sheet.coded.issues.length}</span>
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="claims">
            <Ledger verdict={verdict} onShowWords={showWords} />
          </Tabs.Panel>
          <Tabs.Panel value="events">
            <Events onShowWords={showWords} />
          </Tabs.Panel>
          <Tabs.Panel value="faults">
            <FaultList onShowWords={showWords} />
          </Tabs.Panel>
        </Tabs>
      </section>
      <LeftOut />
      <EventMap />
      <CitedRows />
      <About />
      {returnTo !== null && (
        <button type="button" className="return" onClick={() => openCard(returnTo)}>
          {WORDS.backTo(nameOf(returnTo, numberOfEvent))}
        </button>
      )}
      {sheet.notice !== null && <p className="notice notice-foot">{sheet.notice}</p>}
    </main>
  );
}
