import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const here = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const guide = readFileSync(here("docs/verify-a-certificate.md"), "utf8");
const [holds] = JSON.parse(
  readFileSync(here("contracts/src/test/resources/certificates/vectors.json"), "utf8"),
) as { document: string; anchor: string }[];

const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, code]) => code ?? "",
  );

/** The commands of docs/verify-a-certificate.md, run as they are written. */
describe("whoever follows the page of instructions", () => {
  let folder = "";

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lethe-verify-"));
    symlinkSync(here("web/staff/node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "verify.mjs"), blocks("js").join("\n"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const follow = (document: string, anchor: string) => {
    writeFileSync(join(folder, "certificate.json"), document);
    writeFileSync(join(folder, "anchor.jwk"), anchor);
    return execFileSync("bash", ["-euo", "pipefail", "-c", blocks("sh").join("\n")], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  };

  test("is told by openssl and by jose that a certificate holds", () => {
    const said = follow(holds?.document ?? "", holds?.anchor ?? "");

    expect(said.match(/Signature Verified Successfully/g)).toHaveLength(2);
    expect(said).toContain("The certificate stands in the list.");
    expect(said).toContain("Both statements are signed by the agency.");
    expect(said).toContain('"reason":"deadline"');
  });

  test.each([
    ["another place", (document: string) => document.replace('"index":2', '"index":1')],
    ["another salt", (document: string) => document.replace('"salt":"B', '"salt":"C')],
    ["another word", (document: string) => document.replace(/\.eyJ(.{40})./, ".eyJ$1A")],
  ])("is not told so when the certificate has %s", (_, alter) => {
    const document = alter(holds?.document ?? "");
    expect(document).not.toBe(holds?.document);

    expect(() => follow(document, holds?.anchor ?? "")).toThrow();
  });

  test("is not told so by another agency's key", () => {
    const another = (holds?.anchor ?? "").replace(
      /"x":"[^"]*"/,
      '"x":"PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw"',
    );

    expect(() => follow(holds?.document ?? "", another)).toThrow();
  });
});
