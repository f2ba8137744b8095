import { z } from "zod";

const civilDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day is written YYYY-MM-DD");

/** One input document. `published` is the publication date if the source states one, never a guess and never today. */
export const inputDocumentSchema = z.looseObject({
  id: z.string().min(1),
  text: z.string(),
  title: z.string().optional(),
  published: civilDay.optional(),
  source: z.string().optional(),
  url: z.string().optional(),
});
export type InputDocument = Readonly<z.infer<typeof inputDocumentSchema>>;
