import type { Sheet } from "../sheet.ts";

export interface SheetTitle {
  readonly id: string;
  readonly title: string;
}

/** Where the page gets its sheets: carried inside the file (a report), or from the server that serves the page. */
export interface SheetShelf {
  readonly titles: readonly SheetTitle[];
  load(id: string): Promise<Sheet>;
}

const titleOf = (sheet: Sheet): string => sheet.document.title ?? sheet.document.id;

function carriedSheet(): Sheet | null {
  const element = document.getElementById("sheet");
  // Written by reportHtml from a Sheet, or by nobody.
  return element === null ? null : (JSON.parse(element.textContent) as Sheet);
}

async function fetchJson<T>(path: string): Promise<T> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

export async function openShelf(): Promise<SheetShelf> {
  const carried = carriedSheet();
  if (carried !== null) {
    return {
      titles: [{ id: carried.document.id, title: titleOf(carried) }],
      load: () => Promise.resolve(carried),
    };
  }
  return {
    titles: await fetchJson<readonly SheetTitle[]>("/api/sheets"),
    load: (id) => fetchJson<Sheet>(`/api/sheets/${encodeURIComponent(id)}`),
  };
}
