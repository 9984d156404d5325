package eu.lethe.cases.access;

import java.util.UUID;

/** Looks at every command that somebody gives, so that no address needs to remember. */
public interface CommandWatch {

    /**
     * Lets it pass, or refuses it.
     *
     * @param actor who gives it
     * @param named whom it names
     * @throws eu.lethe.platform.problem.Problem when it goes no further
     */
    void look(Record command, UUID actor, NamedIds named);
}
