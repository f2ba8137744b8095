import { openActors } from "../../src/actors/index.ts";
import { packageResources } from "../../src/desk/resources.ts";
import { openText } from "../../src/text/index.ts";

const text = openText(packageResources);
export const actors = openActors(packageResources);

export const mentionsIn = (words: string) => actors.mentions(text.read(words));
export const casualtiesIn = (words: string) => actors.casualties(text.read(words));
export const attributionsIn = (words: string) => actors.attributions(text.read(words));
export const weaponsIn = (words: string) => actors.weapons(text.read(words));
