import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { weight } from "./weight.ts";

export default defineConfig(async ({ command, isPreview }) => ({
  plugins: [
    react(),
    weight(),
    // Stands in for the gateway while the screens are being worked on; nothing of it is built.
    ...(command === "serve" && !process.env.VITEST
      ? [(await import("./dev/standIn.ts")).standIn(isPreview)]
      : []),
  ],
  server: { host: "127.0.0.1", port: 5173 },
  preview: { host: "127.0.0.1", port: 4173 },
  build: {
    target: "es2023",
    // The content security policy admits no data: address for fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
}));
