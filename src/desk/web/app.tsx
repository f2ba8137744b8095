import { useEffect, useMemo, useState } from "react";
import type { Sheet } from "../sheet.ts";
import { Header } from "./header.tsx";
import { LitProvider } from "./lit.tsx";
import { openShelf, type SheetShelf } from "./load-sheets.ts";
import { Page } from "./page.tsx";
import { SheetContext, showSheet } from "./shown-sheet.ts";
import { WORDS } from "./words-en.ts";

type Loaded =
  | { readonly state: "loading" | "nothing" | "failed" }
  | { readonly state: "shown"; readonly shelf: SheetShelf; readonly sheet: Sheet };

const idInAddress = (): string | null => new URLSearchParams(window.location.search).get("sheet");

async function load(shelf: SheetShelf, id: string | null): Promise<Loaded> {
  const chosen = shelf.titles.find((title) => title.id === id) ?? shelf.titles[0];
  if (chosen === undefined) return { state: "nothing" };
  return { state: "shown", shelf, sheet: await shelf.load(chosen.id) };
}

const MESSAGES = { loading: WORDS.loading, nothing: WORDS.noSheet, failed: WORDS.loadFailed } as const;

function ShownSheetPage({
  sheet,
  shelf,
  onShow,
}: {
  readonly sheet: Sheet;
  readonly shelf: SheetShelf;
  readonly onShow: (id: string) => void;
}) {
  const shown = useMemo(() => showSheet(sheet), [sheet]);
  useEffect(() => {
    document.title = `${sheet.document.title ?? sheet.document.id} · ${WORDS.brand}`;
  }, [sheet]);
  return (
    <SheetContext value={shown}>
      {/* A new sheet begins with nothing selected. */}
      <LitProvider key={sheet.document.id}>
        <Header titles={shelf.titles} shown={sheet.document.id} onShow={onShow} />
        <Page />
      </LitProvider>
    </SheetContext>
  );
}

export function App() {
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  const become = (coming: Promise<Loaded>): void => {
    coming.then(setLoaded, (reason: unknown) => {
      console.error(reason);
      setLoaded({ state: "failed" });
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => become(openShelf().then((shelf) => load(shelf, idInAddress()))), []);
  if (loaded.state !== "shown") return <p className="message">{MESSAGES[loaded.state]}</p>;
  const { shelf, sheet } = loaded;
  const onShow = (id: string): void => {
    window.history.replaceState(null, "", `?sheet=${encodeURIComponent(id)}`);
    become(load(shelf, id));
  };
  return <ShownSheetPage sheet={sheet} shelf={shelf} onShow={onShow} />;
}
