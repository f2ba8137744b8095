/** Adds sources to the case in argv[2] until it is killed, and says each only when `addSource` has come back. */
import { openCase } from "../../src/store/index.ts";

const { case: opened } = openCase(process.argv[2] ?? "");
if (opened === null) throw new Error("the case did not open");
for (let i = opened.entries.length; ; i++) {
  const text = `Report ${i} of the watch: nothing happened at the bridge.`;
  const by = { time: "2026-01-02T03:04:05.000Z", actor: "child" };
  process.stdout.write(`${opened.addSource(Buffer.from(text), { id: `r${i}`, text }, "test", by)}\n`);
}
