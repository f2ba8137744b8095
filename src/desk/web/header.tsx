import { ActionIcon } from "@mantine/core";
import { Icon } from "./icons.tsx";
import type { SheetTitle } from "./load-sheets.ts";
import { ThemeButton } from "./theme-button.tsx";
import { WORDS } from "./words-en.ts";

export interface HeaderProps {
  readonly titles: readonly SheetTitle[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
}

export function Header({ titles, shown, onShow }: HeaderProps) {
  return (
    <header className="top">
      <a className="skip" href="#article">
        {WORDS.skip}
      </a>
      <a className="brand" href="#read">
        <Icon name="plumb" /> {WORDS.brand}
      </a>
      {titles.length > 1 && (
        <label className="chooser">
          <span className="hidden-words">{WORDS.chooseArticle}</span>
          <select value={shown} onChange={(event) => onShow(event.currentTarget.value)}>
            {titles.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <nav className="contents" aria-label={WORDS.tagline}>
        <a href="#read">{WORDS.sections.read}</a>
        <a href="#left-out">{WORDS.sections.leftOut}</a>
        <a href="#map">{WORDS.sections.map}</a>
        <a href="#about">{WORDS.sections.about}</a>
      </nav>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={WORDS.print}
        title={WORDS.print}
        onClick={() => window.print()}
      >
        <Icon name="print" />
      </ActionIcon>
      <ThemeButton />
    </header>
  );
}
