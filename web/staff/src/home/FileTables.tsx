import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import pageStyles from "../page/page.module.css";
import { useMe } from "../shell/session.tsx";
import { FileTable } from "./FileTable.tsx";
import { byNearness } from "./groups.ts";
import type { useFiles } from "./useFiles.ts";

/** A list of files in sections, and the way to those not shown yet. */
export function FileTables({ files, level }: { files: ReturnType<typeof useFiles>; level: 2 | 3 }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const rows = files.data?.pages.flatMap((page) => page.items) ?? [];
  const total = files.data?.pages.at(-1)?.total ?? rows.length;
  return (
    <>
      {byNearness(rows, today).map((group) => (
        <FileTable key={group.nearness} nearness={group.nearness} rows={group.rows} level={level} />
      ))}
      {rows.length > 0 && (
        <div className={pageStyles.actions}>
          {files.hasNextPage && (
            <Button
              variant="default"
              onClick={() => files.fetchNextPage()}
              loading={files.isFetchingNextPage}
            >
              {t("home.more")}
            </Button>
          )}
          <span className="quiet" role="status">
            {t("home.shown", { shown: rows.length, count: total })}
          </span>
        </div>
      )}
    </>
  );
}
