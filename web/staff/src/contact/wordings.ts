import { useQuery } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";

/** The wordings of a contact, oldest first, read anew each time they are asked for. */
export function useWordings(fileId: string, contactId: string) {
  return useQuery({
    queryKey: ["file", fileId, "wordings", contactId],
    queryFn: () =>
      answered(
        client.GET("/api/cases/files/{fileId}/contacts/{contactId}/revisions", {
          params: { path: { fileId, contactId } },
        }),
      ),
    staleTime: 0,
    gcTime: 0,
  });
}
