import type { VerdictWord } from "../../record/index.ts";
import { VerdictIcon } from "./icons.tsx";
import { WORDS } from "./words-en.ts";

export function VerdictPill({ verdict }: { readonly verdict: VerdictWord }) {
  return (
    <span className={`pill verdict-${verdict}`}>
      <VerdictIcon verdict={verdict} />
      {WORDS.verdicts[verdict]}
    </span>
  );
}
