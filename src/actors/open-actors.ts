import type { ResourceFiles } from "../record/index.ts";
import type { ActorReader } from "./actor-reader.ts";
import { findAttributions } from "./find-attributions.ts";
import { findCasualties } from "./find-casualties.ts";
import { findMentions } from "./find-mentions.ts";
import { findWeapons } from "./find-weapons.ts";
import { joinMentions } from "./join-mentions.ts";
import { openLexicon } from "./lexicon.ts";

/** Opens the room's tables (`actor-*.tsv`, `weapons.tsv`). Cost: some ten milliseconds, once. */
export function openActors(files: ResourceFiles): ActorReader {
  const lexicon = openLexicon(files);
  return {
    mentions: (reading) => joinMentions(reading, findMentions(reading, lexicon)),
    casualties: (reading) => findCasualties(reading, findAttributions(reading, lexicon), lexicon),
    attributions: (reading) => findAttributions(reading, lexicon),
    weapons: (reading) => findWeapons(reading, lexicon),
  };
}
