import { useQuery } from "@tanstack/react-query";
import { answered, client } from "../api/client.ts";

/** Certificates as retention-service issued them; one never changes. */
export function useCertificates() {
  return useQuery({
    queryKey: ["certificates"],
    queryFn: () => answered(client.GET("/api/retention/certificates")),
  });
}

export function useCertificate(certificateId: string) {
  return useQuery({
    queryKey: ["certificate", certificateId],
    queryFn: () =>
      answered(
        client.GET("/api/retention/certificates/{id}", {
          params: { path: { id: certificateId } },
          // Its bytes are kept as they came: a certificate has one spelling.
          parseAs: "text",
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
