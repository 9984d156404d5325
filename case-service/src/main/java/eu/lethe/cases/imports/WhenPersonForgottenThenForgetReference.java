package eu.lethe.cases.imports;

import eu.lethe.contracts.events.cases.PersonEvent.PersonForgotten;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Understands that of an erased person no trace of their old file's number stays. */
@Component
@ProcessingGroup("cases")
@Order(10)
final class WhenPersonForgottenThenForgetReference {

    private final References references;

    WhenPersonForgottenThenForgetReference(References references) {
        this.references = references;
    }

    @EventHandler
    void on(PersonForgotten forgotten) {
        references.forget(forgotten.personId());
    }
}
