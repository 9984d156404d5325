package eu.lethe.cases.copy;

import eu.lethe.platform.document.DocumentQueue;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.time.BusinessClock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The copy of their data that a worker hands to a person (GDPR 15) once it was reread, to be read by a program or by the person. */
@RestController
class CopyResource {

    private final Rereading rereading;
    private final BusinessClock clock;

    CopyResource(Rereading rereading, BusinessClock clock) {
        this.rereading = rereading;
        this.clock = clock;
    }

    /**
     * As data (GDPR 20).
     *
     * @param part of a long copy, which is handed over in parts
     * @param division as in the rereading
     */
    @GetMapping(path = "/api/cases/persons/{personId}/copy", produces = MediaType.APPLICATION_JSON_VALUE)
    PersonalCopy data(
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable Integer part,
            @RequestParam(required = false) @Nullable String division,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            Caller caller,
            Locale reader) {
        return DocumentQueue.inTurn(
                () -> rereading.handedOver(personId, new PartAsked(part, division), caller, bearer, reader));
    }

    /**
     * As a document, accessible (PDF/UA-1).
     *
     * @param part of a long copy, which is handed over in parts
     * @param division as in the rereading
     */
    @GetMapping(path = "/api/cases/persons/{personId}/copy", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> document(
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable Integer part,
            @RequestParam(required = false) @Nullable String division,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            Caller caller,
            Locale reader) {
        var document = DocumentQueue.inTurn(() -> new CopyDocument(
                        rereading.handedOver(personId, new PartAsked(part, division), caller, bearer, reader),
                        reader,
                        clock.zone())
                .pdf());
        var name = part == null ? "copie.pdf" : "copie-partie-" + part + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .cacheControl(CacheControl.noStore())
                .body(document);
    }
}
