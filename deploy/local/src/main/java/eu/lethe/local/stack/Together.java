package eu.lethe.local.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Understands doing the same for several components side by side; the first failure is the failure of all. */
final class Together {
    private final int most;

    private Together(int most) {
        this.most = most;
    }

    static Together all() {
        return new Together(Component.values().length);
    }

    static Together atMost(int most) {
        return new Together(most);
    }

    void run(List<Component> components, Step step) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(
                most, task -> Thread.ofPlatform().daemon().unstarted(task));
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Component component : components) {
                running.add(threads.submit(() -> {
                    step.of(component);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted: ./lethe up resumes, ./lethe down stops what runs.", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static IOException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException problem -> throw problem;
            case Error error -> throw error;
            case IOException failure -> failure;
            case null, default -> new IOException(cause);
        };
    }

    /** What is done for one component. */
    @FunctionalInterface
    interface Step {

        void of(Component component) throws IOException, InterruptedException;
    }
}
