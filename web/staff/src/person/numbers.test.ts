import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

/** Where a number is shown or quoted, and why there is no name. */
const NO_NAME: Record<string, string> = {
  "access/ExceptionalAccesses.tsx": "a file of another unit, whose list does not tell its person",
  "certificate/CertificatePage.tsx": "a certificate names nobody",
  "certificate/CertificatesPage.tsx": "a certificate names nobody",
  "certificate/Facts.tsx": "a run of erasures has a number only",
  "contact/MovedNote.tsx": "a file of another unit, whose list does not tell its person",
  "copy/CopyPage.tsx": "the file on disk",
  "draft/DraftsToResume.tsx": "a draft in a file of another unit",
  "erasure/DeadlineList.tsx": "who erases may not know whom",
  "erasure/ErasurePage.tsx": "a run of erasures has a number only",
  "erasure/ErasuresPage.tsx": "a run of erasures has a number only",
  "erasure/PreviewBreakdown.tsx": "who erases may not know whom",
  "failed/FailedEntry.tsx": "a message that is shown without its content",
  "failed/PassOverForm.tsx": "a message that is shown without its content",
  "file/FileLayout.tsx":
    "the file's own number, beside the name, as it is quoted outside; the window's title",
  "file/FileName.tsx": "a file whose person nobody may know here",
  "file/FileUnreadable.tsx": "said aloud, where names are not; a certificate",
  "file/TimelineEntry.tsx": "a certificate names nobody",
  "hold/useWhat.ts": "who erases may not know whom",
  "household/MemberLine.tsx": "a member whose name cannot be read",
  "household/SplitForm.tsx": "a member whose name cannot be read",
  "journal/ReadersPage.tsx": "the file on disk",
  "merge/Merged.tsx": "two records of one person have one name",
  "person/PersonPage.tsx": "the window's title, which never holds a name",
  "unit/titleOf.ts": "a name that is kept from the lead",
  "verify/Result.tsx": "a run of erasures has a number only",
  "unit/UnitFilePage.tsx": "the file's own number, beside the name, as it is quoted outside",
};

const source = new URL("../", import.meta.url);

test("a number stands only where there is no name", async () => {
  const shown: string[] = [];
  for (const file of (await readdir(source, { recursive: true })).map((one) => one.replaceAll("\\", "/"))) {
    if (/\.tsx?$/.test(file) && !/\.test\.tsx?$|^person\/names\.ts$/.test(file)) {
      const text = await readFile(new URL(file, source), "utf8");
      if (/shortNumber|[iI]d\)?\.slice\(0, 8\)|>\s*\{[\w.]*[a-z]Id\}\s*</.test(text)) {
        shown.push(file);
      }
    }
  }
  expect(shown.sort()).toEqual(Object.keys(NO_NAME).sort());
});
