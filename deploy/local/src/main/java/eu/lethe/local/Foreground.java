package eu.lethe.local;

import eu.lethe.local.stack.Component;
import eu.lethe.local.stack.LocalStack;
import eu.lethe.local.stack.Progress;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Understands staying with a running stack: it tells when a part ends, and ends itself with the last one. */
final class Foreground {
    private static final long PAUSE_MILLISECONDS = 2_000;

    private Foreground() {}

    static void watch(LocalStack stack, Progress progress) {
        Set<Component> told = EnumSet.noneOf(Component.class);
        while (true) {
            try {
                Thread.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            List<Component> stopped = stack.stopped();
            if (stack.isStopping() || stopped.size() == Component.values().length) {
                return;
            }
            told.retainAll(stopped);
            stopped.stream()
                    .filter(told::add)
                    .forEach(it -> progress.say(
                            "%s ended: ./lethe up --detach, in another terminal, starts it again; ./lethe logs %1$s tells why."
                                    .formatted(it.label())));
        }
    }
}
