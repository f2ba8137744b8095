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
