package eu.lethe.local.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Understands giving the demo agency its three years of work: 300 fictitious persons in the three units that have computers,
 * their contacts and consents. Everything goes through the public API with the demo accounts' tokens. The same day gives the
 * same data; a load that was killed continues where it stopped.
 */
public final class DemoData {

    /** How many persons the agency knows. */
    public static final int PERSONS = 300;

    private static final int AT_ONCE = 8;
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(2);

    private final AgencyApi api;
    private final Path journal;
    private final Consumer<String> progress;
    private final Duration pause;

    /**
     * @param gateway the address of the gateway
     * @param tokenOf gives a bearer token for the name of a demo account
     * @param journal the file that tells how far the load has come
     * @param progress told in a line how far the load is, every two seconds
     */
    public DemoData(URI gateway, UnaryOperator<String> tokenOf, Path journal, Consumer<String> progress) {
        this(gateway, tokenOf, journal, progress, Duration.ofSeconds(1));
    }

    DemoData(URI gateway, UnaryOperator<String> tokenOf, Path journal, Consumer<String> progress, Duration pause) {
        this.api = new AgencyApi(gateway, tokenOf);
        this.journal = journal;
        this.progress = progress;
        this.pause = pause;
    }

    /**
     * Loads what is not loaded yet; does nothing where all is.
     *
     * @throws DemoDataNotLoaded saying why in one sentence; calling again continues
     */
    public void load() {
        var journal = new LoadJournal(this.journal);
        if (journal.isComplete()) {
            return;
        }
        var cast = new Cast(journal.today(today()));
        var contacts = new AtomicInteger();
        var writing = new WritingDown(api, journal, pause, contacts::incrementAndGet);
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var written = new ExecutorCompletionService<Integer>(threads);
            try {
                IntStream.range(0, PERSONS)
                        .forEach(index -> written.submit(() -> writing.write(cast.person(index)), index));
                var spoken = Instant.EPOCH;
                for (var persons = 1; persons <= PERSONS; persons++) {
                    written.take().get();
                    if (spoken.plus(BETWEEN_WORDS).isBefore(Instant.now())) {
                        say(persons, contacts.get());
                        spoken = Instant.now();
                    }
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof DemoDataNotLoaded known ? known : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new DemoDataNotLoaded("Loading the demo data was interrupted; ./lethe up continues it.");
            }
        }
        journal.complete();
        say(PERSONS, contacts.get());
    }

    private void say(int persons, int contacts) {
        progress.accept("Demo data: %d of %d persons, %d contacts written".formatted(persons, PERSONS, contacts));
    }

    /** The business day, which the stack's clock may have moved. */
    private LocalDate today() {
        try {
            var me = api.get("worker", "/api/cases/me");
            if (!me.succeeded()) {
                throw me.refusal("asking for the day");
            }
            return LocalDate.parse(me.text("today"));
        } catch (AgencyApi.NoAnswer e) {
            throw new DemoDataNotLoaded(
                    "The demo data cannot be loaded: the API does not answer (%s).".formatted(e.getMessage()));
        }
    }
}
