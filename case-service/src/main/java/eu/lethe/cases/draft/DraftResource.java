package eu.lethe.cases.draft;

import eu.lethe.cases.casefile.CaseFiles;
import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.web.CleanTree;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Keeping what is typed, and handing it back. */
@RestController
@RequestMapping("/api/cases")
class DraftResource {

    private static final int LARGEST = 256 * 1024;

    /**
     * What is typed so far, in the shape that the screen wants it back.
     *
     * @param revisionId the draft in whose place it is kept; absent for who knows of none
     */
    record SaveRequest(
            @Nullable UUID revisionId,

            @NotNull @Schema(implementation = Object.class) ObjectNode draft) {

        @Override
        public String toString() {
            return "SaveRequest[…]";
        }
    }

    record Items(List<SealedDrafts.Listed> items) {}

    private final ReadableFiles readable;
    private final SealedDrafts drafts;

    DraftResource(ReadableFiles readable, SealedDrafts drafts) {
        this.readable = readable;
        this.drafts = drafts;
    }

    /** Keeps what is typed, in place of what was kept before, unless something else was kept meanwhile. */
    @PutMapping("/files/{fileId}/drafts/{kind}")
    SealedDrafts.Saved save(
            @PathVariable UUID fileId,
            @PathVariable String kind,
            @Valid @RequestBody SaveRequest request,
            Caller caller) {
        var draftKind = DraftKind.of(kind);
        CaseFiles.Row file = readable.require(fileId, caller);
        var draft = CleanTree.of(request.draft());
        if (draft.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "content-too-large");
        }
        return drafts.save(fileId, file.personId(), caller.staffId(), draftKind, request.revisionId(), draft);
    }

    /** Hands back what was typed. */
    @GetMapping("/files/{fileId}/drafts/{kind}")
    SealedDrafts.Opened read(@PathVariable UUID fileId, @PathVariable String kind, Caller caller) {
        var draftKind = DraftKind.of(kind);
        var admission = readable.requireOpening(fileId, caller, "draft", Compartment.NARRATIVE);
        return drafts.find(fileId, caller.staffId(), draftKind, admission).orElseThrow(Problem::notFound);
    }

    /** Drops what was typed, unless something else was kept meanwhile: it is saved, or not wanted any more. */
    @DeleteMapping("/files/{fileId}/drafts/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable UUID fileId, @PathVariable String kind, @RequestParam UUID revisionId, Caller caller) {
        var draftKind = DraftKind.of(kind);
        readable.require(fileId, caller);
        drafts.delete(fileId, caller.staffId(), draftKind, revisionId);
    }

    /** What the caller typed and has not saved, in any file. */
    @GetMapping("/drafts")
    Items list(Caller caller) {
        return new Items(drafts.of(caller.staffId()));
    }
}
