export type { Rooms } from "./builtin-coder.ts";
export { openBuiltinCoder } from "./builtin-coder.ts";
export type { CodedEvents, Coder } from "./coder.ts";
export { eventId } from "./event-id.ts";
export type { Ontology } from "./ontology.ts";
export { parseOntology } from "./ontology.ts";
export { checkTriggers, parseTriggers } from "./trigger-table.ts";
export type { Trigger } from "./trigger.ts";
