export type { DateMention, Ground } from "./date-mention.ts";
