import { memo, useCallback, useMemo, useState } from "react";
import type { VerdictWord } from "../../record/index.ts";
import { VerdictIcon } from "./icons.tsx";
import { type Key, LAYER_PREFIX, type Layer, layerOf, partsOfKey, wholeOf } from "./key.ts";
import { useLight, useLighting, useLitStore } from "./lit.tsx";
import { isNarrow } from "./narrow.ts";
import { Peek } from "./peek.tsx";
import { marksOfDocument, type Paragraph, type Segment, segment } from "./segments.ts";
import { type Lane, type ShownSheet, useSheet } from "./shown-sheet.ts";
import { WORDS } from "./words-en.ts";

/** How an object is named and coloured in the text. */
interface Look {
  readonly label: string;
  readonly number: number;
  readonly tone: string;
  readonly verdict: VerdictWord | null;
}

function lookOf(shown: ShownSheet, key: Key): Look {
  const [kind, id] = partsOfKey(key);
  if (kind === "event") {
    const event = shown.sheet.coded.events.find((candidate) => candidate.id === id);
    const lane: Lane = event === undefined ? "other" : shown.laneOf(event);
    const number = shown.numberOfEvent.get(id) ?? 0;
    return { label: WORDS.peek.event(number), number, tone: lane, verdict: null };
  }
  const number = Number(id);
  if (kind === "fault") return { label: WORDS.peek.fault(number), number, tone: "fault", verdict: null };
  const verdict = shown.sheet.ledger[number - 1]?.so.verdict ?? "untestable";
  return { label: `${WORDS.peek.claim(number)}: ${WORDS.verdicts[verdict]}`, number, tone: verdict, verdict };
}

interface WordsProps {
  readonly part: Segment;
  readonly layer: Layer;
  readonly onPeek: (key: Key | null) => void;
  readonly onChoose: (key: Key) => void;
}

function Marker({ of, onPeek, onChoose }: { readonly of: Key } & Pick<WordsProps, "onPeek" | "onChoose">) {
  const shown = useSheet();
  const key = wholeOf(of);
  const look = lookOf(shown, key);
  const { onFocus, onBlur } = useLighting(key);
  return (
    <button
      type="button"
      className={`marker marker-${layerOf(key)} tone-${look.tone}`}
      aria-label={look.label}
      onFocus={() => {
        onFocus();
        onPeek(key);
      }}
      onBlur={() => {
        onBlur();
        onPeek(null);
      }}
      onClick={() => onChoose(key)}
    >
      {look.verdict !== null && <VerdictIcon verdict={look.verdict} />}
      {look.number}
    </button>
  );
}

function MarkedWords({ part, layer, onPeek, onChoose }: WordsProps) {
  const shown = useSheet();
  const store = useLitStore();
  const light = useLight(part.keys);
  const [key] = part.keys.filter((candidate) => candidate.startsWith(LAYER_PREFIX[layer])).map(wholeOf);
  if (key === undefined) {
    return (
      <span data-keys={part.keys.join(" ")} data-light={light}>
        {part.text}
      </span>
    );
  }
  const field = part.keys.some((candidate) => candidate.startsWith(`${key}/`) && !candidate.endsWith("/what"));
  return (
    // The number before the words is the keyboard's way in; the words themselves only answer the pointer.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <span
      className={`words words-${field ? "value" : "evidence"} tone-${lookOf(shown, key).tone}`}
      data-keys={part.keys.join(" ")}
      data-light={light}
      onPointerEnter={() => {
        store.hover(key);
        onPeek(key);
      }}
      onPointerLeave={() => {
        store.hover(null);
        onPeek(null);
      }}
      onClick={() => onChoose(key)}
    >
      {part.text}
    </span>
  );
}

function Words(props: WordsProps) {
  const { part, onPeek, onChoose } = props;
  if (part.keys.length === 0) return part.text;
  return (
    <>
      {part.begins.map((key) => (
        <Marker key={key} of={key} onPeek={onPeek} onChoose={onChoose} />
      ))}
      <MarkedWords {...props} />
    </>
  );
}

interface BodyProps {
  readonly paragraphs: readonly Paragraph[];
  readonly layer: Layer;
  readonly onPeek: (key: Key | null) => void;
  readonly onChoose: (key: Key) => void;
}

/** Many texts begin with their title, which stands above already; it stays where something is marked on it. */
const isBareTitle = ({ segments: [only, more] }: Paragraph, title: string | undefined): boolean =>
  only !== undefined && more === undefined && only.keys.length === 0 && only.text.trim() === title?.trim();

const Body = memo(function Body({ paragraphs, ...rest }: BodyProps) {
  return paragraphs.map((paragraph) => (
    <p key={paragraph.start}>
      {paragraph.segments.map((part) => (
        <Words key={part.start} part={part} {...rest} />
      ))}
    </p>
  ));
});

export interface ArticleProps {
  readonly layer: Layer;
  /** A mark of the text was clicked: its card is to be shown. */
  readonly onChoose: (key: Key) => void;
}

export function Article({ layer, onChoose }: ArticleProps) {
  const { sheet } = useSheet();
  const store = useLitStore();
  const [peeked, setPeeked] = useState<Key | null>(null);
  // On a phone the card lies far below the text, so a tap shows its line first and leaves the reader in place.
  const [pinned, setPinned] = useState<Key | null>(null);
  const choose = useCallback(
    (key: Key) => {
      store.select(key);
      if (isNarrow()) setPinned(key);
      else onChoose(key);
    },
    [store, onChoose],
  );
  const paragraphs = useMemo(
    () =>
      segment(
        sheet.document.text,
        marksOfDocument(
          sheet.coded,
          sheet.ledger.map((line) => line.claim),
        ),
      ).filter((paragraph) => !isBareTitle(paragraph, sheet.document.title)),
    [sheet],
  );
  return (
    <div className="article-frame">
      {/* Scrolls on its own, so the keyboard must be able to reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="article" id="article" data-layer={layer} tabIndex={0} aria-label={WORDS.sections.read}>
        <Body paragraphs={paragraphs} layer={layer} onPeek={setPeeked} onChoose={choose} />
      </section>
      <Peek
        peeked={peeked ?? pinned}
        onOpen={(key) => {
          setPinned(null);
          onChoose(key);
        }}
        onClose={() => {
          setPinned(null);
          store.select(null);
        }}
      />
    </div>
  );
}
