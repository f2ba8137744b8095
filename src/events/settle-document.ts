import type { CasualtyReport } from "../actors/index.ts";
import type { Reading } from "../text/index.ts";
import { assignCasualties } from "./event-casualties.ts";
import { answeredFor, findResponsibility } from "./find-responsibility.ts";
import { inherit } from "./inherit-circumstances.ts";
import type { ToldEvent } from "./merge-tellings.ts";
import type { ConfidenceWeights } from "./score-confidence.ts";
import { settleEvent } from "./settle-event.ts";
import type { Settled } from "./split-waves.ts";
import type { ToldDocument } from "./tell-document.ts";

/** Told events, in their order, as the contract has them, and the casualty reports that each was given. */
export function settleDocument(
  reading: Reading,
  { told, passages }: ToldDocument,
  confidence: ConfidenceWeights,
  textSha256: string,
): { readonly settled: readonly Settled[]; readonly casualties: ReadonlyMap<ToldEvent, readonly CasualtyReport[]> } {
  const casualties = assignCasualties(told, passages);
  const responsibility = passages.flatMap((passage) => findResponsibility(reading, passage));
  const settled = told.map((event) => {
    const inherited = inherit(event, told, passages);
    return {
      told: event,
      event: settleEvent(
        {
          event,
          casualties: casualties.get(event) ?? [],
          responsibility: responsibility.filter((one) => answeredFor(one, told) === event),
          inheritedDate: inherited.date,
          inheritedPlace: inherited.place,
          confidence,
        },
        textSha256,
      ),
    };
  });
  return { settled, casualties };
}
