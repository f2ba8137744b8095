import { dayNumber, daysShared, type Event } from "../../record/index.ts";
import type { ToldEvent } from "../merge-tellings.ts";

/** An event in its document, for {@link eventFeatures}. */
export interface InDocument {
  readonly told: ToldEvent;
  readonly event: Event;
  /** Violent events of the document, this one among them, in order of the text. */
  readonly others: readonly Event[];
  readonly published: string | null;
  readonly sentences: number;
}

const bucket = (n: number, most = 3): string => (n >= most ? `${most}+` : String(n));

/** How long before publication it was, in steps a reader would name. */
function age(event: Event, published: string | null): string {
  if (event.date === null || published === null) return "unknown";
  const days = dayNumber(published) - dayNumber(event.date.to);
  if (days < 0) return "after";
  return days <= 1 ? "0-1" : days <= 7 ? "2-7" : days <= 31 ? "8-31" : days <= 62 ? "32-62" : "63+";
}

const sameDay = (a: Event, b: Event): boolean => a.date !== null && b.date !== null && daysShared(a.date, b.date) > 0;

/** Is there an event of the same class that nothing tells apart from this one? */
function twin({ event, others }: InDocument): string {
  const at = others.indexOf(event);
  const alike = (other: Event): boolean =>
    other !== event &&
    other.incident === event.incident &&
    (other.date === null || event.date === null || sameDay(other, event)) &&
    (other.place === null || event.place === null || other.place.name === event.place.name);
  if (others.slice(0, Math.max(0, at)).some(alike)) return "before";
  return others.slice(at + 1).some(alike) ? "after" : "none";
}

function whoFeatures({ event }: InDocument): string[] {
  const of = (role: string) => event.participants.filter((who) => who.role === role);
  const victims = of("victim");
  const roles = ["perpetrator", "victim", "target"].map((role) => [role, bucket(of(role).length)] as const);
  return [
    ...roles.map(([role, count]) => `${role}s=${count}`),
    `roles=${roles.map(([, count]) => (count === "0" ? "-" : "x")).join("")}`,
    `named victims=${bucket(victims.filter((who) => who.named).length, 2)}`,
    `named perpetrators=${bucket(of("perpetrator").filter((who) => who.named).length, 2)}`,
    `counted=${victims.some((who) => who.count !== null)}`,
    `weapons=${bucket(event.weapons.length, 2)}`,
    `killed=${event.casualties.killed === null ? "?" : event.casualties.killed.min === 0 ? "0" : "some"}`,
    `injured=${event.casualties.injured === null ? "?" : "some"}`,
  ];
}

function whenWhereFeatures({ event, published }: InDocument): string[] {
  const { date, place } = event;
  const dated = date === null ? "none" : `${date.precision}`;
  const placed = place === null ? "none" : `${place.precision}`;
  return [
    `date=${dated}`,
    `date by=${date?.inferredBy ?? (date === null ? "none" : "said")}`,
    `age=${age(event, published)}`,
    `place=${placed}`,
    `place by=${place?.inferredBy ?? (place === null ? "none" : "said")}`,
    `when and where=${date === null ? "-" : "x"}${place === null || place.inferredBy === "dateline" ? "-" : "x"}`,
  ];
}

function tellingFeatures({ told }: InDocument): string[] {
  const { lead, tellings } = told;
  const { match } = lead;
  const verb = match.slots.verb ?? match.slots.host?.verb ?? null;
  return [
    `tellings=${bucket(tellings.length, 5)}`,
    `lead=${match.trigger.kind} ${match.trigger.pos}`,
    `word=${match.passage.tokens[match.head]!.lemma.toLowerCase()}`,
    `definite=${lead.definite} ${match.trigger.pos}`,
    `summary=${lead.summary}`,
    `tense=${verb === null ? "none" : `${verb.tense} ${verb.form} ${verb.modal === null ? "" : "modal"}`}`,
    `tree=${match.passage.tokens[match.head]!.deprel.split(":")[0]}`,
    `plural=${match.passage.tokens[match.head]!.xpos === "NNS"}`,
    `distinct=${lead.distinct}`,
    `dates near=${match.passage.dates.length > 0}`,
    `places near=${match.passage.places.length > 0}`,
  ];
}

function documentFeatures(inDocument: InDocument): string[] {
  const { told, event, others, sentences } = inDocument;
  const at = Math.min(...told.tellings.map((one) => one.match.passage.sentence.index));
  const order = others.indexOf(event);
  return [
    `sentence=${at <= 1 ? "lead" : at <= 4 ? "early" : "late"}`,
    `part=${Math.min(3, Math.floor((4 * at) / Math.max(1, sentences)))}`,
    `order=${order === 0 ? "first" : order <= 2 ? "second" : "later"}`,
    `violent=${others.length > 8 ? "9+" : others.length > 4 ? "5-8" : others.length}`,
    `twin=${twin(inDocument)}`,
    `dense=${Math.min(4, Math.floor((8 * others.length) / Math.max(4, sentences)))}`,
  ];
}

/** What the judgement on an event looks at, as words a reader understands. */
export function eventFeatures(inDocument: InDocument): readonly string[] {
  const { event } = inDocument;
  return [
    "any",
    `factuality=${event.factuality}`,
    `stage=${event.stage}`,
    `class=${event.incident}`,
    ...whoFeatures(inDocument),
    ...whenWhereFeatures(inDocument),
    ...tellingFeatures(inDocument),
    ...documentFeatures(inDocument),
  ];
}
