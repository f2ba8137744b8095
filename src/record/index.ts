export type { CivilDay, DayInterval, YearMonthDay } from "./civil-date.ts";
export {
  addDays,
  civilOf,
  dayFromNumber,
  dayNumber,
  dayNumberOf,
  daysInMonth,
  daysShared,
  isoDay,
  isRealDay,
  partsOf,
  weekdayOf,
} from "./civil-date.ts";
export type { Claim, ClaimKind, Testability, TextFault, TextFaultKind } from "./claim.ts";
export { CLAIM_KINDS, claimSchema, TESTABILITIES, TEXT_FAULTS, textFaultSchema } from "./claim.ts";
export type { CodedDocument, DateMentionRecord, PlaceMentionRecord } from "./coded-document.ts";
export { CODED_FORMAT, codedDocumentSchema } from "./coded-document.ts";
export type { InputDocument } from "./document.ts";
export { inputDocumentSchema } from "./document.ts";
export type {
  Casualties,
  Count,
  DatePrecision,
  Event,
  EventDate,
  EventPlace,
  Factuality,
  IncidentClass,
  Participant,
  ParticipantKind,
  PlacePrecision,
  PloverType,
  Role,
  Stage,
  Weapon,
} from "./event.ts";
export {
  DATE_PRECISIONS,
  eventSchema,
  FACTUALITIES,
  INCIDENT_CLASSES,
  PARTICIPANT_KINDS,
  PLACE_PRECISIONS,
  PLOVER_TYPES,
  ROLES,
  STAGES,
} from "./event.ts";
export type { Incident } from "./incident.ts";
export { incidentSchema } from "./incident.ts";
export { fill } from "./messages/fill.ts";
export { explain, PROBLEMS_EN } from "./messages/problems-en.ts";
export { explainReason, REASONS_EN } from "./messages/reasons-en.ts";
export type { Problem, ProblemCode, ProblemParams } from "./problem.ts";
export { problem } from "./problem.ts";
export type { CoverageCard, IndicatorRow, RecordRow, ReferenceRecord } from "./reference.ts";
export { coverageCardSchema, indicatorRowSchema, recordRowSchema } from "./reference.ts";
export type { ResourceFiles } from "./resource-files.ts";
export type { Span } from "./span.ts";
export { contains, overlaps, spanOf, spanSchema } from "./span.ts";
export type { Table, TableRow } from "./table.ts";
export { parseTable } from "./table.ts";
export type { CheckType, LedgerLine, OmissionsLine, ReasonCode, VerdictWord } from "./verdict.ts";
export { CHECK_TYPES, ledgerLineSchema, omissionsLineSchema, REASON_CODES, VERDICTS } from "./verdict.ts";
export { VIOLENT_INCIDENTS } from "./violent-incidents.ts";
