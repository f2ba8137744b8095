import type { ReactNode } from "react";
import type { Sheet } from "../sheet.ts";
import { sayDay } from "./say.ts";
import { useSheet } from "./shown-sheet.ts";
import { WORDS } from "./words-en.ts";

function countsOf({ coded, ledger }: Sheet): string {
  const withoutPlace = coded.events.filter((event) => event.place === null).length;
  const withoutDate = coded.events.filter((event) => event.date === null).length;
  return [
    WORDS.counts.claims(ledger.length),
    WORDS.counts.events(coded.events.length),
    withoutPlace > 0 ? WORDS.counts.withoutPlace(withoutPlace) : "",
    withoutDate > 0 ? WORDS.counts.withoutDate(withoutDate) : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** What was checked against what; the notice stands before everything. */
export function Masthead({ children }: { readonly children: ReactNode }) {
  const { sheet } = useSheet();
  const { document, record, notice } = sheet;
  return (
    <div className="masthead">
      {notice !== null && <p className="notice">{notice}</p>}
      <h1>{document.title ?? document.id}</h1>
      <p className="byline">
        {[
          document.source,
          document.published === undefined ? WORDS.unpublished : WORDS.published(sayDay(document.published)),
          record === null ? WORDS.noRecord : WORDS.comparedWith(record.name, record.total),
        ]
          .filter((part) => part !== undefined)
          .join(" · ")}
      </p>
      {children}
      <p className="counts-line">{countsOf(sheet)}</p>
    </div>
  );
}
