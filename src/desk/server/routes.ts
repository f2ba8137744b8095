import { Hono } from "hono";
import type { Sheet } from "../sheet.ts";
import { guard } from "./guard.ts";
import type { WebFile } from "./web-files.ts";

export type SheetSource = () => Promise<readonly Sheet[]> | readonly Sheet[];

const titleOf = (sheet: Sheet): string => sheet.document.title ?? sheet.document.id;

/** Every route there is: the page, its files, the list of sheets, one sheet. */
export function routes(files: ReadonlyMap<string, WebFile>, sheets: SheetSource): Hono {
  const app = new Hono();
  app.use(guard);
  app.get("/api/sheets", async (context) =>
    context.json((await sheets()).map((sheet) => ({ id: sheet.document.id, title: titleOf(sheet) }))),
  );
  app.get("/api/sheets/:id", async (context) => {
    const id = context.req.param("id");
    const sheet = (await sheets()).find((candidate) => candidate.document.id === id);
    return sheet === undefined ? context.text(`There is no document "${id}" here.`, 404) : context.json(sheet);
  });
  app.get("*", (context) => {
    const file = files.get(context.req.path);
    if (file === undefined) return context.text("There is nothing at this address.", 404);
    return context.body(file.bytes, 200, { "Content-Type": file.type });
  });
  return app;
}
