package eu.lethe.cases.search;

import eu.lethe.cases.person.Persons;
import eu.lethe.contracts.events.cases.PersonEvent.CompartmentsForgotten;
import eu.lethe.contracts.events.cases.PersonEvent.PersonAmended;
import eu.lethe.contracts.events.cases.PersonEvent.PersonForgotten;
import eu.lethe.contracts.events.cases.PersonEvent.PersonHidden;
import eu.lethe.contracts.events.cases.PersonEvent.PersonRegistered;
import eu.lethe.contracts.events.cases.PersonEvent.PersonShown;
import eu.lethe.contracts.events.cases.PersonEvent.PersonTransferred;
import eu.lethe.contracts.sealing.Compartment;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Keeps the index of names current. Every instance has its own index, so every instance reads all events. */
@Component
@ProcessingGroup(NameProcessing.NAMES)
class WhenPersonChangesThenIndexName {

    private final NameIndex index;
    private final NameIndexing indexing;
    private final Persons persons;

    WhenPersonChangesThenIndexName(NameIndex index, NameIndexing indexing, Persons persons) {
        this.index = index;
        this.indexing = indexing;
        this.persons = persons;
    }

    @ResetHandler
    void drop() {
        index.clear();
    }

    @EventHandler
    void on(PersonRegistered registered) {
        indexing.index(registered.personId(), registered.unit(), registered.personId(), registered.identity());
    }

    @EventHandler
    void on(PersonAmended amended) {
        indexing.rename(amended.personId(), amended.revisionId(), amended.identity());
    }

    @EventHandler
    void on(PersonTransferred transferred) {
        index.move(transferred.personId(), transferred.unit());
    }

    @EventHandler
    void on(PersonHidden hidden) {
        index.remove(hidden.personId());
    }

    @EventHandler
    void on(PersonShown shown) {
        // in the middle of a replay the table may not hold the person yet: the event is tried again until it does
        var person = persons.find(shown.personId())
                .orElseThrow(() -> new IllegalStateException("the person is not in the table yet"));
        indexing.index(person);
    }

    @EventHandler
    void on(PersonForgotten forgotten) {
        index.remove(forgotten.personId());
    }

    @EventHandler
    void on(CompartmentsForgotten forgotten) {
        if (forgotten.keys().stream().anyMatch(key -> key.compartment().equals(Compartment.IDENTITY))) {
            index.remove(forgotten.personId());
        }
    }
}
