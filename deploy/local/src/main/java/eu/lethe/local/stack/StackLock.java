package eu.lethe.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Understands that only one launcher at a time starts or stops the processes of a state directory. */
final class StackLock implements AutoCloseable {
    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    static StackLock take(StateDirectory state) throws IOException {
        FileChannel channel =
                FileChannel.open(state.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new StackLock(channel);
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // the sentence below fits as well
        }
        channel.close();
        throw new StackProblem(
                "Another ./lethe is starting or stopping this stack: wait until it is done, then try again.");
    }

    /** The system gives the lock back with the file. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
