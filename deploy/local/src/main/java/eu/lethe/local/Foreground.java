package eu.lethe.local;

import eu.lethe.local.stack.Component;
import eu.lethe.local.stack.LocalStack;
import eu.lethe.local.stack.Progress;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;

/** Understands staying with a running stack: it repeats what the supervisor says, and ends when the stack was stopped. */
final class Foreground {
    private static final long PAUSE_MILLISECONDS = 1_000;

    private final LocalStack stack;
    private final Progress progress;
    private long read;

    private Foreground(LocalStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
        this.read = stack.state().supervisorLog().toFile().length();
    }

    static void watch(LocalStack stack, Progress progress) {
        new Foreground(stack, progress).watch();
    }

    private void watch() {
        while (!stack.isStopping() && (stack.isWanted() || stack.stopped().size() < Component.values().length)) {
            try {
                Thread.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            stack.keepWatched();
            repeatWhatWasSaid();
        }
    }

    private void repeatWhatWasSaid() {
        try (var log = new RandomAccessFile(stack.state().supervisorLog().toFile(), "r")) {
            if (log.length() < read) {
                read = 0;
            }
            log.seek(read);
            byte[] added = new byte[(int) (log.length() - read)];
            log.readFully(added);
            int whole = lastLineEnd(added);
            read += whole;
            new String(added, 0, whole, StandardCharsets.UTF_8).lines().forEach(progress::say);
        } catch (IOException absent) {
            // It said nothing yet, or the state was forgotten.
        }
    }

    private static int lastLineEnd(byte[] text) {
        int length = text.length;
        while (length > 0 && text[length - 1] != '\n') {
            length--;
        }
        return length;
    }
}
