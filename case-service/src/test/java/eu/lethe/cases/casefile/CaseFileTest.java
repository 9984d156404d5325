package eu.lethe.cases.casefile;

import eu.lethe.cases.casefile.CaseFileCommand.EraseCaseFile;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.platform.time.BusinessClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseFileTest {

    private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final UUID FILE = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID WORKER = UUID.randomUUID();
    private static final UUID ERASURE = UUID.randomUUID();

    private final BusinessClock clock =
            new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Paris"), List::of);
    private final AggregateTestFixture<CaseFile> fixture = new AggregateTestFixture<>(CaseFile.class);

    @BeforeEach
    void resources() {
        fixture.registerInjectableResource(clock);
    }

    @Test
    void erasing_leaves_a_date() {
        fixture.given(opened()).when(new EraseCaseFile(FILE, ERASURE, TODAY)).expectEvents(erased());
    }

    @Test
    void erasing_twice_changes_nothing() {
        fixture.given(opened(), erased())
                .when(new EraseCaseFile(FILE, UUID.randomUUID(), TODAY))
                .expectNoEvents();
    }

    private static CaseFileOpened opened() {
        return new CaseFileOpened(FILE, PERSON, "centre", TODAY, WORKER, NOW);
    }

    private static CaseFileErased erased() {
        return new CaseFileErased(FILE, PERSON, ERASURE, TODAY, NOW);
    }
}
