import { runnerImport } from "vite";

/** Called by ./lethe bench screens: the benchmarks are TypeScript, which Node 20 does not read by itself. */
const { module } = await runnerImport("./bench/screens.ts", { configFile: false });
await module.measure();
