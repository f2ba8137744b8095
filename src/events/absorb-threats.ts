import type { Telling } from "./telling.ts";

const PAST_ALL: ReadonlySet<string> = new Set(["asserted", "attributed", "alleged", "denied"]);

/** Is `told` what `threat` threatens: later in the sentence, and not yet real? */
const carries = (threat: Telling, told: Telling): boolean =>
  told !== threat &&
  told.match.first > threat.match.first &&
  told.match.trigger.kind !== "hide" &&
  told.match.trigger.type !== "ACCUSE" &&
  !PAST_ALL.has(told.factuality);

const joined = (threat: Telling, told: Telling): Telling => ({
  ...threat,
  evidence: [...threat.evidence, ...told.evidence],
  incident: told.incident === "other" || told.incident === "statement" ? threat.incident : told.incident,
  mode: threat.mode,
  stage: threat.stage === "completed" ? "threatened" : threat.stage,
  parts: [...told.parts, ...threat.parts.filter((part) => !told.parts.some((other) => other.nominal.head === part.nominal.head))],
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
      out.push(one);
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
