import { offline, problemOf } from "../api/problem.ts";
import { saveAs } from "../page/saveAs.ts";
import { currentLanguage } from "../words/language.ts";

/** Fetches the grid as CSV, as the service writes it. */
export async function downloadGrid(year: number, unit: string | undefined): Promise<void> {
  const query = new URLSearchParams({ year: String(year), ...(unit ? { unit } : {}) });
  const response = await fetch(`/api/reports/yearly-grid?${query}`, {
    headers: { Accept: "text/csv", "Accept-Language": currentLanguage() },
  }).catch(() => {
    throw offline();
  });
  if (!response.ok) {
    throw problemOf(response, await response.json().catch(() => undefined));
  }
  saveAs(`lethe-grid-${year}${unit ? `-${unit}` : ""}.csv`, await response.blob());
}
