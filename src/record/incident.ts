import { z } from "zod";
import { countSchema, eventDateSchema, eventPlaceSchema } from "./event.ts";

const member = z.object({ doc: z.string(), event: z.string() });

/** What `plumbline link` writes, one line an incident: contract `incident.md`. */
export const incidentSchema = z.object({
  id: z.string(),
  members: z.array(member.extend({ main: z.boolean() })),
  references: z.array(
    z.object({ dataset: z.string(), id: z.string(), score: z.number(), band: z.enum(["joined", "proposed"]) }),
  ),
  type: z.string(),
  incident: z.string(),
  date: eventDateSchema.omit({ mentions: true }).nullable(),
  place: eventPlaceSchema.omit({ mentions: true }).nullable(),
  killed: countSchema.nullable(),
  injured: countSchema.nullable(),
  values: z.record(z.string(), z.array(countSchema.extend({ from: z.array(member) }))),
  links: z.array(
    z.object({
      a: member,
      b: member,
      score: z.number(),
      band: z.enum(["joined", "proposed"]),
      reasons: z.array(z.object({ level: z.string(), weight: z.number() })),
    }),
  ),
});
export type Incident = Readonly<z.infer<typeof incidentSchema>>;
