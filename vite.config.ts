import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// One script and one style sheet: the server hands them out, the report carries them inside (src/desk/report.ts).
export default defineConfig({
  root: "src/desk/web",
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    // The bundle carries others' code; their licences travel with it.
    license: { fileName: "licences.md" },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
