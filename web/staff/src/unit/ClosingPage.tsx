import { useOpenedFile } from "../file/FileLayout.tsx";
import { ClosingPart } from "./ClosingPart.tsx";

/** Clore ou rouvrir: for the worker who follows the file. */
export function ClosingPage() {
  const file = useOpenedFile();
  return <ClosingPart file={{ fileId: file.fileId, state: file.state ?? "live" }} />;
}
