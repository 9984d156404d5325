import { defineConfig } from "vitest/config";

/** The journeys run against a running Lethe (LETHE_URL), in order, in one browser. */
export default defineConfig({
  test: {
    include: ["e2e/**/*.e2e.ts"],
    testTimeout: 240_000,
    hookTimeout: 60_000,
    // As patient as the page is with what it waits for: on a busy machine a file takes more than a second to open.
    expect: { poll: { timeout: 15_000 } },
    // A journey that stopped has nothing more to tell.
    bail: 1,
    fileParallelism: false,
    sequence: { concurrent: false },
  },
});
