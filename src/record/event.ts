import { z } from "zod";
import { spanSchema } from "./span.ts";

/** The 16 event types of PLOVER 2.0. */
export const PLOVER_TYPES = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;
export type PloverType = (typeof PLOVER_TYPES)[number];

/** Plain incident classes, in the words of the field. The list is open in the contract; these are the ones we write. */
export const INCIDENT_CLASSES = [
  "armed-assault",
  "bombing",
  "suicide-bombing",
  "assassination",
  "kidnapping",
  "hostage-taking",
  "hijacking",
  "arson",
  "sabotage",
  "robbery",
  "massacre",
  "clash",
  "assault",
  "sexual-violence",
  "security-operation",
  "arrest",
  "trial",
  "release",
  "curfew",
  "protest",
  "riot",
  "strike",
  "threat",
  "statement",
  "other",
] as const;
export type IncidentClass = (typeof INCIDENT_CLASSES)[number];

export const DATE_PRECISIONS = ["day", "month", "season", "quarter", "year", "decade", "century", "interval"] as const;
export const PLACE_PRECISIONS = ["site", "city", "admin2", "admin1", "country", "region"] as const;
export const STAGES = ["completed", "attempted", "foiled", "threatened", "planned"] as const;
export const FACTUALITIES = ["asserted", "attributed", "alleged", "denied", "hypothetical"] as const;
export const ROLES = [
  "perpetrator",
  "target",
  "victim",
  "responder",
  "organiser",
  "claimant",
  "actor",
  "recipient",
] as const;
export const PARTICIPANT_KINDS = [
  "individual",
  "group",
  "organization",
  "state",
  "facility",
  "vehicle",
  "other",
] as const;

export type DatePrecision = (typeof DATE_PRECISIONS)[number];
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];
export type Stage = (typeof STAGES)[number];
export type Factuality = (typeof FACTUALITIES)[number];
export type Role = (typeof ROLES)[number];
export type ParticipantKind = (typeof PARTICIPANT_KINDS)[number];

const spans = z.array(spanSchema);

/** Lowest and highest figure; `max: null` is open ("at least five"), `min: null` too ("up to five"). */
export const countSchema = z.object({ min: z.number().nullable(), max: z.number().nullable() });
export type Count = Readonly<z.infer<typeof countSchema>>;

const countWithWords = countSchema.extend({ mentions: spans });

export const eventDateSchema = z.object({
  from: z.string(),
  to: z.string(),
  precision: z.enum(DATE_PRECISIONS),
  mentions: spans,
  /** Name of the rule that inferred what the words do not say; absent where everything is said. */
  inferredBy: z.string().optional(),
});
export type EventDate = Readonly<z.infer<typeof eventDateSchema>>;

export const eventPlaceSchema = z.object({
  name: z.string(),
  geonameId: z.int().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  country: z.string().nullable(),
  admin1: z.string().nullable(),
  precision: z.enum(PLACE_PRECISIONS),
  /** Radius of doubt in kilometres: half the extent of an area, zero for a town's point. */
  radiusKm: z.number().min(0).optional(),
  mentions: spans,
  inferredBy: z.string().optional(),
});
export type EventPlace = Readonly<z.infer<typeof eventPlaceSchema>>;

export const participantSchema = z.object({
  role: z.enum(ROLES),
  kind: z.enum(PARTICIPANT_KINDS),
  name: z.string(),
  named: z.boolean(),
  count: countSchema.nullable(),
  country: z.string().nullable(),
  of: z.string().nullable(),
  mentions: spans,
});
export type Participant = Readonly<z.infer<typeof participantSchema>>;

export const weaponSchema = z.object({ name: z.string(), kind: z.string(), mentions: spans });
export type Weapon = Readonly<z.infer<typeof weaponSchema>>;

export const casualtiesSchema = z.object({
  killed: countWithWords.nullable(),
  injured: countWithWords.nullable(),
  abducted: countWithWords.nullable(),
  detained: countWithWords.nullable(),
  bySide: z.array(
    z.object({
      side: z.string(),
      killed: countSchema.nullable().optional(),
      injured: countSchema.nullable().optional(),
      mentions: spans,
    }),
  ),
});
export type Casualties = Readonly<z.infer<typeof casualtiesSchema>>;

export const eventSchema = z.object({
  id: z.string(),
  type: z.enum(PLOVER_TYPES),
  mode: z.string().nullable(),
  incident: z.string(),
  stage: z.enum(STAGES),
  factuality: z.enum(FACTUALITIES),
  attributedTo: spans,
  partOf: z.string().nullable(),
  summary: z.boolean(),
  wave: z.string().nullable(),
  responsibility: z.array(
    z.object({
      actor: z.string(),
      stance: z.enum(["claimed", "denied", "attributed"]),
      by: z.string(),
      mentions: spans,
    }),
  ),
  reports: z.array(z.object({ by: spans, killed: countSchema.nullable(), injured: countSchema.nullable() })),
  date: eventDateSchema.nullable(),
  place: eventPlaceSchema.nullable(),
  participants: z.array(participantSchema),
  weapons: z.array(weaponSchema),
  casualties: casualtiesSchema,
  evidence: spans.min(1),
  confidence: z.number().min(0).max(1),
});
export type Event = Readonly<z.infer<typeof eventSchema>>;
