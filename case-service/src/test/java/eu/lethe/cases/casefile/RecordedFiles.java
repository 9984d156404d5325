package eu.lethe.cases.casefile;

import eu.lethe.contracts.events.cases.CaseFileEvent;
import eu.lethe.platform.eventstore.StoredState;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** Files that events tell of, for the tests of what lies in a file. */
public final class RecordedFiles {

    private RecordedFiles() {}

    /** What these events say. */
    public static FilesOnRecord of(CaseFileEvent... events) {
        var fixture = new AggregateTestFixture<>(CaseFile.class);
        fixture.given((Object[]) events);
        return new FilesOnRecord(fixture.getRepository(), new StoredState(fixture.getEventStore()));
    }
}
