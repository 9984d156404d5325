package eu.lethe.bench.keys;

import eu.lethe.bench.stack.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Understands somebody who goes on leasing while something else is measured. */
final class Leasing {

    private final Times.Work lease;
    private final CompletableFuture<List<Long>> taken = new CompletableFuture<>();
    private volatile boolean over;

    Leasing(Times.Work lease) {
        this.lease = lease;
    }

    void start() {
        Thread.ofVirtual().start(() -> {
            var nanoseconds = new ArrayList<Long>();
            try {
                while (!over || nanoseconds.isEmpty()) {
                    var begin = System.nanoTime();
                    lease.doOnce();
                    nanoseconds.add(System.nanoTime() - begin);
                }
                taken.complete(nanoseconds);
            } catch (Exception refused) {
                taken.completeExceptionally(refused);
            }
        });
    }

    /** How long each lease took. */
    Times stop() throws InterruptedException {
        over = true;
        try {
            return new Times(taken.get().stream().sorted().toList());
        } catch (ExecutionException refused) {
            throw new IllegalStateException("nobody was leased a key meanwhile", refused.getCause());
        }
    }
}
