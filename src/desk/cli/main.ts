import { CommanderError } from "commander";
import { WRONG_USE } from "./outcome.ts";
import { buildProgram } from "./program.ts";

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
