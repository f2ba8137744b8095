// The rooms of the house and who may import whom (docs/decisions/0001-rooms.md). Type imports count.
const ROOMS = {
  record: [],
  text: ["record"],
  dates: ["text", "record"],
  places: ["text", "record"],
  actors: ["text", "record"],
  events: ["dates", "places", "actors", "text", "record"],
  linking: ["record"],
  patterns: ["record"],
  claims: ["patterns", "linking", "events", "text", "record"],
  exchange: ["record", "text"],
  store: ["record"],
};

const direction = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `${room}-stays-in-its-place`,
  comment: `src/${room} may import only ${allowed.length === 0 ? "itself" : allowed.join(", ")}.`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: "^src/", pathNot: `^src/(${[room, ...allowed].join("|")})/` },
}));

const THINKING = "^src/(record|text|dates|places|actors|events|linking|patterns|claims)/";

module.exports = {
  forbidden: [
    ...direction,
    {
      name: "one-door",
      comment: "Another room is entered through its index.ts.",
      severity: "error",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/([^/]+)/", pathNot: "^src/($1/|[^/]+/index\\.ts$)" },
    },
    { name: "no-cycles", severity: "error", from: { path: "^src/" }, to: { circular: true } },
    {
      name: "thinking-rooms-are-pure",
      comment: "No files, clock, processes or network outside exchange, store and desk.",
      severity: "error",
      from: { path: THINKING },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "web-takes-types-only",
      comment: "The page is bundled for a browser: from the rooms it may take record and its own files.",
      severity: "error",
      from: { path: "^src/desk/web/" },
      to: { path: "^src/", pathNot: "^src/(desk/web/|record/|desk/(places-)?sheet\\.ts)" },
    },
    { name: "no-orphans", severity: "error", from: { orphan: true, path: "^src/", pathNot: "\\.d\\.ts$" }, to: {} },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "node_modules|^dist|^test" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
