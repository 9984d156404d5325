package eu.lethe.cases.merge;

import eu.lethe.cases.person.Birth;
import eu.lethe.contracts.events.cases.Identity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands somebody of whom only the birth matters: a day, a year, or nothing. */
final class SomebodyBorn {

    private SomebodyBorn() {}

    static Identity on(@Nullable String iso) {
        var born = Optional.ofNullable(iso).map(Birth::ofIso);
        return new Identity(
                "Diallo",
                "Awa",
                born.map(Birth::day).orElse(null),
                born.map(Birth::yearAlone).orElse(null),
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}
