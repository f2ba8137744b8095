import type { VerdictWord } from "../../record/index.ts";

/** Drawn signs, so that no font decides how a verdict looks. Each differs in shape, not in colour alone. */
const VERDICT_PATHS: Readonly<Record<VerdictWord, string>> = {
  supported: "M3.5 8.5l3 3 6-7",
  contradicted: "M4 4l8 8M12 4l-8 8",
  partly: "M8 3a5 5 0 100 10M8 3v10M8 3a5 5 0 010 10",
  "not-in-record": "M8 3a5 5 0 100 10A5 5 0 008 3z",
  untestable: "M5.4 6a2.6 2.6 0 115 .9C9.7 8 8 8.2 8 9.8M8 12.6v.2",
  "no-factual-claim": "M3.5 8h9",
};

export function VerdictIcon({ verdict }: { readonly verdict: VerdictWord }) {
  return (
    <svg className="sign" viewBox="0 0 16 16" aria-hidden="true">
      <path d={VERDICT_PATHS[verdict]} />
      {verdict === "partly" && <path className="sign-fill" d="M8 3a5 5 0 100 10z" />}
    </svg>
  );
}

const PATHS = {
  plumb: "M8 1v6M5 7h6v2.5L8 15 5 9.5z",
  sun: "M8 5a3 3 0 100 6 3 3 0 000-6zM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8L13 13M13 3l-1.2 1.2M4.2 11.8L3 13",
  moon: "M13 9.6A5.6 5.6 0 116.4 3 4.6 4.6 0 0013 9.6z",
  auto: "M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM8 2.5v11M10 4v8M12 5.5v5",
  print: "M4.5 6V2.5h7V6M4.5 12H3V6.5h10V12h-1.5M4.5 9.5h7v4h-7z",
  chevron: "M4 6l4 4 4-4",
  arrow: "M3 8h9M8.5 4.5L12 8l-3.5 3.5",
  close: "M4 4l8 8M12 4l-8 8",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  frame: "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
  worked: "M8 2.2a4 4 0 00-2.2 7.4c.5.4.7.8.7 1.4h3c0-.6.2-1 .7-1.4A4 4 0 008 2.2zM6.6 13.4h2.8",
  agrees: "M3.5 8.5l3 3 6-7",
  disagrees: "M4 4l8 8M12 4l-8 8",
  near: "M3 9.5c1.6-2 3.3-2 5 0s3.4 2 5 0M3 6c1.6-2 3.3-2 5 0s3.4 2 5 0",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
