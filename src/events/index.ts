export type { CodedEvents, Coder } from "./coder.ts";
