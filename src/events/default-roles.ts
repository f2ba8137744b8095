import type { PloverType } from "../record/index.ts";
import type { Slot, SlotRole, Trigger } from "./trigger.ts";

type Roles = Readonly<Record<Slot, SlotRole>>;

const VIOLENT: Roles = {
  subj: "perpetrator",
  by: "perpetrator",
  obj: "patient",
  of: "patient",
  against: "patient",
  on: "patient",
  hostobj: "patient",
  mod: "perpetrator",
};
const MEASURE: Roles = {
  subj: "perpetrator",
  by: "perpetrator",
  obj: "target",
  of: "target",
  against: "target",
  on: "target",
  mod: "perpetrator",
};
const PROTESTING: Roles = { subj: "organiser", by: "organiser", mod: "organiser", obj: "target", against: "target" };
const VERBAL: Roles = {
  subj: "actor",
  by: "actor",
  mod: "actor",
  obj: "recipient",
  with: "recipient",
  to: "recipient",
  against: "recipient",
};

const BY_TYPE: Readonly<Partial<Record<PloverType, Roles>>> = {
  ASSAULT: VIOLENT,
  PROTEST: PROTESTING,
  COERCE: MEASURE,
  SANCTION: MEASURE,
  MOBILIZE: MEASURE,
  THREATEN: MEASURE,
};

/** Nouns of what is done to somebody: "the editor's abduction" is done to the editor, "the rebels' attack" by the rebels. */
const SUFFERED: ReadonlySet<string> = new Set([
  "kidnapping",
  "assassination",
  "massacre",
  "arrest",
  "trial",
  "release",
]);

/** The role that a slot's filler has under a trigger; "none" where it has none. */
export function roleOf(trigger: Trigger, slot: Slot): SlotRole {
  const own = trigger.roles.get(slot);
  if (own !== undefined) return own;
  if (slot === "mod" && SUFFERED.has(trigger.incident)) return trigger.roles.get("of") ?? "patient";
  const roles = BY_TYPE[trigger.type] ?? VERBAL;
  if (trigger.pos !== "noun" && (slot === "of" || slot === "on" || slot === "mod")) return "none";
  return roles[slot] ?? "none";
}
