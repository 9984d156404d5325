package eu.lethe.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Understands that a server which gave up will not answer. The builder itself only asks whether it answers, until its time
 * limit; the log tells at once.
 */
final class WatchedStart {
    private static final Pattern GAVE_UP =
            Pattern.compile("^pg_ctl: (could not start server|error: )", Pattern.MULTILINE);
    private static final Pattern REASON = Pattern.compile(".*(?:FATAL: |PANIC: |pg_ctl: error:) +(.*)");
    private static final int ATTEMPTS = 5;

    private final Path log;

    WatchedStart(Path log) {
        this.log = log;
    }

    EmbeddedPostgres of(EmbeddedPostgres.Builder builder) throws IOException {
        for (int attempt = 1; ; attempt++) {
            long before = Files.exists(log) ? Files.size(log) : 0;
            try {
                return start(builder, before);
            } catch (ServerGaveUp gaveUp) {
                // Orphans of a server that was killed hold its memory for a moment longer.
                if (attempt == ATTEMPTS || !gaveUp.output.contains("still in use")) {
                    throw gaveUp;
                }
                pause();
            }
        }
    }

    private EmbeddedPostgres start(EmbeddedPostgres.Builder builder, long before) throws IOException {
        var starting = new FutureTask<>(builder::start);
        Thread.ofPlatform().daemon().name("postgresql-start").start(starting);
        while (true) {
            try {
                return starting.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                String output = outputSince(before);
                if (GAVE_UP.matcher(output).find()) {
                    throw new ServerGaveUp(output);
                }
            } catch (ExecutionException e) {
                throw new IOException("PostgreSQL did not start", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while PostgreSQL started", e);
            }
        }
    }

    private String outputSince(long before) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        byte[] all = Files.readAllBytes(log);
        int from = (int) Math.min(before, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL started", e);
        }
    }

    /** The server ended by itself; its output says why. */
    private static final class ServerGaveUp extends IOException {
        private final String output;

        ServerGaveUp(String output) {
            super(reason(output));
            this.output = output;
        }

        private static String reason(String output) {
            return REASON.matcher(output)
                    .results()
                    .map(found -> found.group(1))
                    .reduce((earlier, later) -> later)
                    .orElse("PostgreSQL ended without giving a reason");
        }
    }
}
