import { Command } from "commander";
import { VERSION } from "../version.ts";
import { addCaseCommands } from "./case.ts";
import { addCheckCommand } from "./check.ts";
import { addCodeCommand } from "./code.ts";
import { addDatesCommand } from "./dates.ts";
import { addDoctorCommand } from "./doctor.ts";
import { addExplainCommand } from "./explain.ts";
import { addGazetteerCommand } from "./gazetteer.ts";
import { addLinkCommand } from "./link.ts";
import { addParseCommand } from "./parse.ts";
import { addPlacesCommand } from "./places.ts";
import { addReportCommand } from "./report.ts";
import { addServeCommands } from "./serve.ts";
import { addTestCommand } from "./test.ts";

/** Every command; `finish` is told the exit code. */
export function buildProgram(finish: (exitCode: number) => void): Command {
  const program = new Command("plumbline")
    .description("Codes the violence and protest an article reports, and checks it claim by claim against a record.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText(
      "after",
      "\nExample:\n  plumbline check article.html\n\nEvery command has its own --help with an example.",
    )
    .exitOverride();
  addCheckCommand(program, finish);
  addReportCommand(program, finish);
  addServeCommands(program, finish);
  addCodeCommand(program, finish);
  addDatesCommand(program, finish);
  addLinkCommand(program, finish);
  addTestCommand(program, finish);
  addCaseCommands(program, finish);
  addExplainCommand(program, finish);
  addParseCommand(program, finish);
  addPlacesCommand(program, finish);
  addGazetteerCommand(program, finish);
  addDoctorCommand(program, finish);
  for (const command of program.commands) command.exitOverride().helpOption("-h, --help", "print this help");
  return program;
}
