/** Incident classes that the claim ledger counts as violent whatever a text reports (contract: verdict.md, Omissions). */
export const VIOLENT_INCIDENTS: readonly string[] = [
  "armed-assault",
  "bombing",
  "suicide-bombing",
  "assassination",
  "kidnapping",
  "hostage-taking",
  "hijacking",
  "arson",
  "sabotage",
  "robbery",
  "massacre",
  "clash",
  "riot",
];
