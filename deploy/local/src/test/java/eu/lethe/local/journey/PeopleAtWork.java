package eu.lethe.local.journey;

import eu.lethe.local.journey.RecordingClient.Account;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Understands people who go on reading, writing and correcting whatever happens, and who can be interrupted: never in the
 * middle of a request.
 */
final class PeopleAtWork implements AutoCloseable {

    private static final long PAUSE_MILLISECONDS = 150;

    /**
     * What somebody was shown of a file.
     *
     * @param status 0 if nobody answered
     * @param opened whether it told anything of the person
     */
    record Read(String fileId, int status, boolean opened) {}

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReadWriteLock turn = new ReentrantReadWriteLock(true);
    private final List<Future<?>> working = new ArrayList<>();
    private final Queue<Read> reads = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    /** Somebody opens one file after the other, in each of which one of these words stands. */
    void read(Caller reader, List<String> fileIds, Set<String> words) {
        again(round -> reads.add(read(reader, fileIds.get(round % fileIds.size()), words)));
    }

    /** Somebody writes into one file after the other. */
    void write(RecordingClient writer, List<Account> accounts) {
        again(round -> writer.recordContact(accounts.get(round % accounts.size())));
    }

    /** Somebody corrects what they wrote. */
    void correct(CorrectingClient corrector) {
        again(_ -> corrector.correct());
    }

    /** Does something while nobody waits for an answer; what is asked after that is asked after it. */
    void between(Something something) throws Exception {
        turn.writeLock().lock();
        try {
            something.happens();
        } finally {
            turn.writeLock().unlock();
        }
    }

    /** What was read since the last time that this was asked. */
    List<Read> takeReads() {
        var taken = new ArrayList<Read>();
        for (var read = reads.poll(); read != null; read = reads.poll()) {
            taken.add(read);
        }
        return taken;
    }

    /** What happens between two requests. */
    @FunctionalInterface
    interface Something {
        void happens() throws Exception;
    }

    @FunctionalInterface
    private interface Work {
        void once(int round);
    }

    private void again(Work work) {
        working.add(threads.submit(() -> {
            for (var round = 0; !over; round++) {
                turn.readLock().lock();
                try {
                    work.once(round);
                } finally {
                    turn.readLock().unlock();
                }
                Thread.sleep(PAUSE_MILLISECONDS);
            }
            return true;
        }));
    }

    private static Read read(Caller reader, String fileId, Set<String> words) {
        try {
            var answer = reader.get("/api/cases/files/" + fileId);
            return new Read(fileId, answer.status(), words.stream().anyMatch(answer.text()::contains));
        } catch (UncheckedIOException noAnswer) {
            return new Read(fileId, 0, false);
        }
    }

    /** Lets everybody end what they are at. */
    @Override
    public void close() {
        over = true;
        threads.close();
        for (var one : working) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        working.clear();
    }
}
