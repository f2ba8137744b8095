import { z } from "zod";
import { claimSchema, textFaultSchema } from "./claim.ts";
import { countSchema, DATE_PRECISIONS, eventSchema, PLACE_PRECISIONS } from "./event.ts";
import { spanSchema } from "./span.ts";

export const CODED_FORMAT = "plumbline/coded/1";

const spans = z.array(spanSchema);

export const placeMentionSchema = spanSchema.extend({
  geonameId: z.int().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  country: z.string().nullable(),
  score: z.number(),
  name: z.string().optional(),
  precision: z.enum(PLACE_PRECISIONS).optional(),
});

export const dateMentionSchema = spanSchema.extend({
  from: z.string().nullable(),
  to: z.string().nullable(),
  precision: z.enum(DATE_PRECISIONS),
});

/** What `plumbline code` writes for one document: contract `coded-document.md`. */
export const codedDocumentSchema = z.object({
  format: z.literal(CODED_FORMAT),
  doc: z.string(),
  lang: z.string(),
  textSha256: z.string(),
  coder: z.object({ name: z.string(), version: z.string(), tables: z.string() }),
  events: z.array(eventSchema),
  places: z.array(placeMentionSchema),
  dates: z.array(dateMentionSchema),
  relations: z.array(
    z.object({
      kind: z.enum(["ties", "member-of", "funded-by", "moves-through", "based-in", "cooperates-with"]),
      from: z.string(),
      to: z.string(),
      mentions: spans,
      attributedTo: spans,
    }),
  ),
  waves: z.array(z.object({ id: z.string(), label: z.string(), events: z.array(z.string()), mentions: spans })),
  indicators: z.array(
    z.object({
      name: z.string(),
      value: countSchema,
      unit: z.string(),
      place: z.string().nullable(),
      period: z.object({ from: z.string(), to: z.string() }).nullable(),
      source: z.string().nullable(),
      mentions: spans,
    }),
  ),
  claims: z.array(claimSchema),
  issues: z.array(textFaultSchema),
  /** What kept the document, or a part of it, from being coded: codes of the message catalogue. */
  notes: z
    .array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }))
    .optional(),
});
export type CodedDocument = Readonly<z.infer<typeof codedDocumentSchema>>;
export type PlaceMentionRecord = Readonly<z.infer<typeof placeMentionSchema>>;
export type DateMentionRecord = Readonly<z.infer<typeof dateMentionSchema>>;
