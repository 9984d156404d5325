package eu.lethe.platform.eventstore;

/** Does something in the transaction of every command, before it is handled. */
public interface BeforeCommand {

    /**
     * Lets it pass, or refuses it, and with it whatever was done before it.
     *
     * @throws eu.lethe.platform.problem.Problem when it goes no further
     */
    void before(Object command);
}
