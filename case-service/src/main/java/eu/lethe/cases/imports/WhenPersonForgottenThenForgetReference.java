package eu.lethe.cases.imports;

import eu.lethe.contracts.events.cases.PersonEvent.PersonForgotten;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Understands that of an erased person no trace of their old file's number stays, nor of whom a line resembled. */
@Component
@ProcessingGroup("cases")
@Order(10)
final class WhenPersonForgottenThenForgetReference {

    private final References references;
    private final ImportRuns runs;

    WhenPersonForgottenThenForgetReference(References references, ImportRuns runs) {
        this.references = references;
        this.runs = runs;
    }

    @EventHandler
    void on(PersonForgotten forgotten) {
        references.forget(forgotten.personId());
        runs.forget(forgotten.personId());
    }
}
