import { defineConfig } from "vitest/config";

// Apart from `npm test`: these need Chromium (PLUMBLINE_CHROMIUM, else /usr/bin/chromium).
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
