import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/**
 * Weighs the script of a worker's first page, compressed, and fails the build above the limit: what the page imports, and
 * the French words. Everything else is loaded when it is opened.
 */
const HEAVIEST = 250_000;
const FIRST = ["src/words/fr/index.ts"];

export function weight(): Plugin {
  return {
    name: "weight",
    apply: "build",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === "chunk");
      const needed = new Set<string>();
      const need = (fileName: string) => {
        const chunk = chunks.find((one) => one.fileName === fileName);
        if (chunk && !needed.has(fileName)) {
          needed.add(fileName);
          chunk.imports.forEach(need);
        }
      };
      for (const chunk of chunks) {
        if (chunk.isEntry || FIRST.some((module) => chunk.facadeModuleId?.endsWith(module))) {
          need(chunk.fileName);
        }
      }
      const bytes = chunks
        .filter((one) => needed.has(one.fileName))
        .reduce((sum, one) => sum + gzipSync(one.code).length, 0);
      const said = `a worker's first page: ${Math.round(bytes / 1000)} kB of compressed script`;
      if (bytes > HEAVIEST) {
        this.error(`${said}, over the limit of ${HEAVIEST / 1000} kB`);
      }
      console.log(said);
    },
  };
}
