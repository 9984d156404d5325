import { download } from "../api/download.ts";

/** Fetches the grid as CSV, as the service writes it. */
export function downloadGrid(year: number, unit: string | undefined): Promise<void> {
  const query = new URLSearchParams({ year: String(year), ...(unit ? { unit } : {}) });
  return download(
    `/api/reports/yearly-grid?${query}`,
    "text/csv",
    `lethe-grid-${year}${unit ? `-${unit}` : ""}.csv`,
  );
}
