/** Article and cards stand one below the other (see page.css). */
const NARROW = "(max-width: 62em)";

export const isNarrow = (): boolean => window.matchMedia(NARROW).matches;

const calm = (): ScrollBehavior =>
  window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";

/** Brings an element to the middle of the pane that scrolls it, or of the window where no pane does. */
export function bringToView(element: Element, pane: Element | null): void {
  if (pane === null || pane.scrollHeight <= pane.clientHeight + 1 || isNarrow()) {
    element.scrollIntoView({ block: "center", behavior: calm() });
    return;
  }
  const offset = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 3, behavior: calm() });
}
