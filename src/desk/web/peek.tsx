import { Icon } from "./icons.tsx";
import { type Key, partsOfKey } from "./key.ts";
import { reasonInWords } from "./reason.ts";
import { sayEvent } from "./say.ts";
import { type ShownSheet, useSheet } from "./shown-sheet.ts";
import { VerdictPill } from "./verdict-pill.tsx";
import { WORDS } from "./words-en.ts";

function Summary({ shown, of }: { readonly shown: ShownSheet; readonly of: Key }) {
  const [kind, id] = partsOfKey(of);
  const { sheet } = shown;
  if (kind === "event") {
    const event = sheet.coded.events.find((candidate) => candidate.id === id);
    if (event === undefined) return null;
    return (
      <>
        <strong>{WORDS.peek.event(shown.numberOfEvent.get(id) ?? 0)}</strong> {sayEvent(event)}
      </>
    );
  }
  const number = Number(id);
  if (kind === "fault") {
    const fault = sheet.coded.issues[number - 1];
    return fault === undefined ? null : (
      <>
        <strong>{WORDS.faultKinds[fault.kind]}</strong> {fault.note}
      </>
    );
  }
  const line = sheet.ledger[number - 1];
  return line === undefined ? null : (
    <>
      <strong>{WORDS.peek.claim(number)}</strong> <VerdictPill verdict={line.so.verdict} />{" "}
      {reasonInWords(shown, number)}
    </>
  );
}

export interface PeekProps {
  readonly peeked: Key | null;
  readonly onOpen: (key: Key) => void;
  readonly onClose: () => void;
}

/**
 * What the words under the pointer stand for, in one line below the article: a card may be out of sight.
 * On a phone it is what a tap on the words brings.
 */
export function Peek({ peeked, onOpen, onClose }: PeekProps) {
  const shown = useSheet();
  return (
    <div className="peek" data-shown={peeked !== null}>
      {peeked === null ? (
        <p className="peek-words muted">{WORDS.peekHint}</p>
      ) : (
        <>
          <p className="peek-words">
            <Summary shown={shown} of={peeked} />
          </p>
          <button type="button" className="peek-open" onClick={() => onOpen(peeked)}>
            {WORDS.peek.open} <Icon name="arrow" />
          </button>
          <button type="button" className="peek-close" aria-label={WORDS.peek.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </>
      )}
    </div>
  );
}
