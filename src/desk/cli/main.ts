import { Command, CommanderError } from "commander";
import { VERSION } from "../version.ts";
import { addCaseCommands } from "./case.ts";
import { addCheckCommand } from "./check.ts";
import { addCodeCommand } from "./code.ts";
import { addDoctorCommand } from "./doctor.ts";
import { WRONG_USE } from "./outcome.ts";
import { addReportCommand } from "./report.ts";
import { addServeCommands } from "./serve.ts";

function buildProgram(finish: (exitCode: number) => void): Command {
  const program = new Command("plumbline")
    .description("Codes the violence and protest an article reports, and checks it claim by claim against a record.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", "\nExample:\n  plumbline check article.html\n\nEvery command has its own --help with an example.")
    .exitOverride();
  addCheckCommand(program, finish);
  addReportCommand(program, finish);
  addServeCommands(program, finish);
  addCodeCommand(program, finish);
  addCaseCommands(program, finish);
  addDoctorCommand(program, finish);
  for (const command of program.commands) command.exitOverride().helpOption("-h, --help", "print this help");
  return program;
}

/** A reader that goes away (`plumbline code … | head`) is no fault of ours. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

async function main(): Promise<void> {
  try {
    await buildProgram((exitCode) => {
      process.exitCode = exitCode;
    }).parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : WRONG_USE;
  }
}

await main();
