package eu.lethe.local.journey;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Understands somebody who fetches a document little by little, and at last takes whatever there still is. */
final class SlowDownload implements Runnable {

    private static final int PIECE = 16 * 1024;
    private static final long PAUSE_MILLISECONDS = 100;

    private final InputStream content;
    private final CountDownLatch hurry = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicLong received = new AtomicLong();
    private volatile boolean broken;

    SlowDownload(InputStream content) {
        this.content = content;
    }

    @Override
    public void run() {
        try (content) {
            for (var piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                received.addAndGet(piece.length);
                hurry.await(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
            }
        } catch (IOException cutOff) {
            broken = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /** Reads on as fast as it can. */
    void hurry() {
        hurry.countDown();
    }

    boolean isOver() {
        return ended.getCount() == 0;
    }

    /** Whether its connection broke. */
    boolean isBroken() {
        return broken;
    }

    /** How many bytes have come. */
    long received() {
        return received.get();
    }
}
