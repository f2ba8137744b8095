import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { writeModel } from "../text/model-files.ts";
import { learnJudgements, learnParticipants, type Scorer } from "./learn-events.ts";
import { readLessons } from "./told-documents.ts";

// npx tsx --max-old-space-size=4000 training/events/train-events.ts CORPORA SCORERS MODELS
const [corpora = "", scorers = "", models = "models"] = process.argv.slice(2);
const scorer: Scorer = await import(pathToFileURL(resolve(join(scorers, "muc4.mjs"))).href);
const lessons = readLessons(corpora, "train");
const roles = learnParticipants(lessons);
const judgements = learnJudgements(lessons, roles.told, scorer);
const write = (name: string, table: string): void => writeModel(models, name, new TextEncoder().encode(table));
write("event-roles.tsv", roles.table);
write("event-pairs.tsv", judgements.pairs);
write("event-worth.tsv", judgements.worth);
