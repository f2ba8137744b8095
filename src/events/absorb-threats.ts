import type { Factuality, Span } from "../record/index.ts";
import type { Telling } from "./telling.ts";

const PAST_ALL: ReadonlySet<string> = new Set(["asserted", "attributed", "alleged", "denied"]);

/** Is `told` what `threat` threatens: later in the sentence, and not yet real? */
const carries = (threat: Telling, told: Telling): boolean =>
  told !== threat &&
  told.match.first > threat.match.first &&
  told.match.trigger.kind !== "hide" &&
  told.match.trigger.type !== "ACCUSE" &&
  !PAST_ALL.has(told.factuality);

/** A bare threat ("as they have threatened") and the blow that the same sentence foresees are one. */
const isAbout = (threat: Telling, told: Telling): boolean =>
  threat.type === "THREATEN" &&
  threat.match.trigger.kind === "act" &&
  told !== threat &&
  told.match.trigger.kind !== "hide" &&
  (told.factuality === "hypothetical" || told.stage === "planned");

/** Who threatens or warns answers for the words. */
const speaker = (threat: Telling): readonly Span[] =>
  threat.parts.filter((part) => part.role === "perpetrator").flatMap((part) => part.participant.mentions);

const byItsSpeaker = (threat: Telling, told: Telling): Factuality =>
  told.parts.length > 0 && speaker(threat).length > 0 ? "attributed" : threat.factuality;

const joined = (threat: Telling, told: Telling): Telling => ({
  ...threat,
  evidence: [...threat.evidence, ...told.evidence],
  type: threat.stage === "planned" ? told.type : threat.type,
  incident: told.incident === "other" || told.incident === "statement" ? threat.incident : told.incident,
  mode: threat.stage === "planned" ? told.mode : threat.mode,
  stage: threat.stage === "completed" ? "threatened" : threat.stage,
  parts: told.parts.length > 0 ? told.parts : threat.parts,
  factuality:
    threat.attributedTo.length > 0 || threat.factuality !== "asserted" ? threat.factuality : byItsSpeaker(threat, told),
  attributedTo: [...threat.attributedTo, ...speaker(threat)],
  weapons: [...threat.weapons, ...told.weapons],
  place: told.place ?? threat.place,
  date: told.date ?? threat.date,
});

/**
 * A threat or plan takes in what it threatens, with its class ("threatened to bomb a hotel": a threatened bombing). One
 * that carries nothing, of a kind that must, tells no event.
 */
export function absorbThreats(tellings: readonly Telling[]): readonly Telling[] {
  const absorbed = new Set<Telling>();
  const out: Telling[] = [];
  for (const one of tellings) {
    if (absorbed.has(one)) continue;
    if (one.match.trigger.kind !== "carry") {
      const about = tellings.find((other) => isAbout(one, other));
      if (about === undefined || absorbed.has(about)) out.push(one);
      else {
        absorbed.add(about);
        out.push(joined(one, about));
      }
      continue;
    }
    const told = tellings.find((other) => carries(one, other));
    if (told !== undefined) {
      absorbed.add(told);
      out.push(joined(one, told));
    } else if (!one.match.trigger.needs.some((guard) => guard.name === "carries")) {
      out.push(one);
    }
  }
  return out.filter((one) => !absorbed.has(one));
}
