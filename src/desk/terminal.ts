import { explain, type Problem } from "../record/index.ts";

const colourful = (stream: NodeJS.WriteStream): boolean => stream.isTTY && !process.env.NO_COLOR;

/** Problems go to stderr, one a line, with how bad they are. */
export function report(problems: readonly Problem[]): void {
  for (const p of problems) {
    const word = p.severity === "error" ? "error" : p.severity === "warning" ? "warning" : "note";
    process.stderr.write(`${word}: ${explain(p)}\n`);
  }
}

export const hasErrors = (problems: readonly Problem[]): boolean => problems.some((p) => p.severity === "error");

export const paint = (stream: NodeJS.WriteStream, code: number, text: string): string =>
  colourful(stream) ? `\u001b[${code}m${text}\u001b[0m` : text;

/** Progress of anything that takes over a second: on a terminal only, never in a pipe. */
export function progress(what: string): { tick(done: number): void; end(): void } {
  const started = performance.now();
  let shown = 0;
  return {
    tick(done) {
      const now = performance.now();
      if (!process.stderr.isTTY || now - started < 1000 || now - shown < 200) return;
      shown = now;
      process.stderr.write(`\r\u001b[K${what}: ${done}, ${((done / (now - started)) * 1000).toFixed(1)} a second`);
    },
    end() {
      if (shown > 0) process.stderr.write("\r\u001b[K");
    },
  };
}

const BAR = 24;

/** A bar for stages whose end is known: on a terminal only, never in a pipe, at most five times a second. */
export function progressBar(): { show(stage: string, done: number, total: number): void; end(): void } {
  let shown = 0;
  return {
    show(stage, done, total) {
      const now = performance.now();
      if (!process.stderr.isTTY || now - shown < 200) return;
      shown = now;
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const full = Math.round(share * BAR);
      const bar = `${"#".repeat(full)}${"-".repeat(BAR - full)}`;
      process.stderr.write(`\r\u001b[K[${bar}] ${Math.floor(100 * share)} % ${stage}`);
    },
    end() {
      if (shown > 0) process.stderr.write("\r\u001b[K");
    },
  };
}
