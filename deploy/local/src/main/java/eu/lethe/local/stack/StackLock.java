package eu.lethe.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Understands that only one launcher at a time starts or stops the processes of a state directory. */
final class StackLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, waiting a moment for whoever only starts a part that died. */
    static StackLock take(StateDirectory state) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            Optional<StackLock> taken = tryToTake(state);
            if (taken.isPresent()) {
                return taken.get();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StackProblem(
                        "Another ./lethe is starting or stopping this stack: wait until it is done, then try again.");
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackProblem("Interrupted: nothing was started or stopped.", e);
            }
        }
    }

    /** The lock, unless somebody has it. */
    static Optional<StackLock> tryToTake(StateDirectory state) throws IOException {
        FileChannel channel =
                FileChannel.open(state.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new StackLock(channel));
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // as good as held by another
        }
        channel.close();
        return Optional.empty();
    }

    /** The system gives the lock back with the file. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
