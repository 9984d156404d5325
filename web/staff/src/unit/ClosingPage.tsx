import { useOpenedFile } from "../file/opened.ts";
import { ClosingPart } from "./ClosingPart.tsx";

/** Clore ou rouvrir: for the worker who follows the file. */
export function ClosingPage() {
  const file = useOpenedFile();
  return <ClosingPart file={{ fileId: file.fileId, state: file.state ?? "live" }} />;
}
