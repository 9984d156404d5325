package eu.lethe.cases.search;

import eu.lethe.cases.access.LooksElsewhere;
import eu.lethe.cases.access.OpenableExceptionally;
import eu.lethe.cases.access.OpenableExceptionally.Openable;
import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.search.NameIndex.Found;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.security.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Asking whether a person is known elsewhere in the agency, before they are registered a second time. The answer says neither
 * who it is nor where: that is told to whoever has given a reason.
 */
@RestController
class ElsewhereResource {

    private static final int MOST_LOOKED_AT = 500;

    /** A name in full, and the birth date where it is known. */
    record LookRequest(@NotBlank @Size(max = 200) String text) {

        @Override
        public String toString() {
            return "LookRequest[…]";
        }
    }

    /**
     * Whether somebody so called has a file that the caller could open exceptionally.
     *
     * @param lookId leads to the reason, for a quarter of an hour and nobody but the caller; null when there is nobody
     */
    record Look(@Nullable UUID lookId) {}

    private final NameIndexBuild build;
    private final NameIndex index;
    private final Duplicates duplicates;
    private final LooksElsewhere looks;
    private final OpenableExceptionally openable;
    private final ReadablePersons readable;
    private final MeterRegistry meters;

    ElsewhereResource(
            NameIndexBuild build,
            NameIndex index,
            Duplicates duplicates,
            LooksElsewhere looks,
            OpenableExceptionally openable,
            ReadablePersons readable,
            MeterRegistry meters) {
        this.build = build;
        this.index = index;
        this.duplicates = duplicates;
        this.looks = looks;
        this.openable = openable;
        this.readable = readable;
        this.meters = meters;
    }

    /** Looks for a person whom the caller's own search does not find. */
    @PostMapping("/api/cases/search/elsewhere")
    Look lookElsewhere(@Valid @RequestBody LookRequest request, Caller caller) {
        caller.requireUnit();
        if (!build.built()) {
            throw build.underWay();
        }
        var sought = SoughtElsewhere.of(request.text());
        var lookId = looks.begin(caller.staffId());
        var met = meets(sought, caller);
        meters.counter("lethe.looked.elsewhere", "met", Boolean.toString(met.isPresent()))
                .increment();
        met.ifPresent(person -> {
            readable.noteShown(List.of(person.personId()), caller, "elsewhere", Compartment.IDENTITY);
            looks.met(lookId, person.personId());
        });
        return new Look(met.isPresent() ? lookId : null);
    }

    private Optional<Openable> meets(SoughtElsewhere sought, Caller caller) {
        var found =
                index.find(sought, MOST_LOOKED_AT).stream().map(Found::personId).toList();
        return openable.among(kept(found), caller).stream().findFirst();
    }

    /** Through which records they are read: one that was kept may have become a duplicate since. */
    private List<UUID> kept(List<UUID> found) {
        var kept = found;
        for (var merges = duplicates.among(kept); !merges.isEmpty(); merges = duplicates.among(kept)) {
            var into = merges;
            kept = kept.stream()
                    .map(person -> Optional.ofNullable(into.get(person))
                            .map(Duplicates.Merge::personId)
                            .orElse(person))
                    .distinct()
                    .toList();
        }
        return kept;
    }
}
