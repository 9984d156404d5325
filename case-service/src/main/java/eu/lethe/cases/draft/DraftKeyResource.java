package eu.lethe.cases.draft;

import eu.lethe.platform.security.Caller;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Handing a browser the keys of its own drafts, to be held in memory. */
@RestController
class DraftKeyResource {

    /** Newest first: the first one encrypts, all of them decrypt. */
    record Keys(List<DraftKeys.Key> keys) {}

    private final DraftKeys keys;

    DraftKeyResource(DraftKeys keys) {
        this.keys = keys;
    }

    /** The caller's own. */
    @GetMapping("/api/cases/draft-keys")
    ResponseEntity<Keys> keys(Caller caller) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Keys(keys.of(caller.staffId())));
    }
}
