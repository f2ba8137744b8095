import type { PlacesSheet } from "../places-sheet.ts";

/** The places that a page of `plumbline places --html` carries inside itself, or null on any other page. */
export function carriedPlaces(): readonly PlacesSheet[] | null {
  const element = document.getElementById("places");
  // Written by placesHtml from PlacesSheets, or by nobody.
  return element === null ? null : (JSON.parse(element.textContent) as readonly PlacesSheet[]);
}
