import type { ResourceFiles } from "../record/index.ts";
import type { Reading } from "../text/index.ts";
import type { ActorReader } from "./actor-reader.ts";
import { findAttributions } from "./find-attributions.ts";
import { findCasualties } from "./find-casualties.ts";
import { findMentions } from "./find-mentions.ts";
import { findWeapons } from "./find-weapons.ts";
import { joinMentions } from "./join-mentions.ts";
import { openLexicon } from "./lexicon.ts";
import { withVerbsMended } from "./mend-verbs.ts";
import { withNamesInCapitals } from "./names-in-capitals.ts";

/** Opens the room's tables (`actor-*.tsv`, `weapons.tsv`). Cost: some ten milliseconds, once. */
export function openActors(files: ResourceFiles): ActorReader {
  const lexicon = openLexicon(files);
  // The coder asks four times about one reading: it is mended once.
  const known = new WeakMap<Reading, Reading>();
  const mend = (reading: Reading): Reading => {
    const before = known.get(reading);
    if (before !== undefined) return before;
    const mended = mendAfresh(reading);
    known.set(reading, mended);
    return mended;
  };
  const mendAfresh = (reading: Reading): Reading => {
    const named = withNamesInCapitals(reading, lexicon);
    return { ...named, sentences: named.sentences.map((sentence) => withVerbsMended(sentence, lexicon)) };
  };
  return {
    mentions: (reading) => {
      const mended = mend(reading);
      return joinMentions(mended, findMentions(mended, lexicon));
    },
    casualties: (reading) => {
      const mended = mend(reading);
      return findCasualties(mended, findAttributions(mended, lexicon), lexicon);
    },
    attributions: (reading) => findAttributions(mend(reading), lexicon),
    weapons: (reading) => findWeapons(mend(reading), lexicon),
  };
}
