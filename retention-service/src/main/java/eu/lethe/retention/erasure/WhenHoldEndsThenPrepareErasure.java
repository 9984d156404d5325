package eu.lethe.retention.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent.Candidate;
import eu.lethe.contracts.events.retention.ErasureEvent.LeftOut;
import eu.lethe.retention.erasure.ErasureCommand.Preview;
import eu.lethe.retention.erasure.HeldBack.Waiting;
import eu.lethe.retention.hold.HoldEnded;
import eu.lethe.retention.hold.Holds;
import eu.lethe.retention.keys.LedgerGate;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Understands that an erasure that waited for the end of a hold is taken up again: whoever is held no more is listed anew, for the
 * reason of then. It is prepared and no more: that somebody asks for it and somebody else approves is as with every other.
 */
@Component
class WhenHoldEndsThenPrepareErasure {

    private static final Logger LOG = LoggerFactory.getLogger(WhenHoldEndsThenPrepareErasure.class);

    private final HeldBack heldBack;
    private final Selection selection;
    private final Holds holds;
    private final ErasureProgress progress;
    private final LedgerGate gate;
    /** After a start nobody knows whether the last one came to it. */
    private final AtomicBoolean due = new AtomicBoolean(true);

    WhenHoldEndsThenPrepareErasure(
            HeldBack heldBack, Selection selection, Holds holds, ErasureProgress progress, LedgerGate gate) {
        this.heldBack = heldBack;
        this.selection = selection;
        this.holds = holds;
        this.progress = progress;
        this.gate = gate;
    }

    @EventListener
    void on(HoldEnded itself) {
        due.set(true);
    }

    @Scheduled(fixedDelayString = "${lethe.retention.erasure.poll-every}")
    void look() {
        if (!gate.open() || !due.getAndSet(false)) {
            return;
        }
        try {
            holds.releasedLastBy().ifPresent(this::prepareFor);
        } catch (RuntimeException failed) {
            due.set(true);
            LOG.warn(
                    "erasures that waited for the end of a hold are not prepared for now: {}",
                    failed.getClass().getName());
        }
    }

    private void prepareFor(UUID whoReleased) {
        Set<UUID> prepared = new HashSet<>();
        for (var waiting : heldBack.all()) {
            var persons = waiting.persons().stream()
                    .filter(person -> !prepared.contains(person))
                    .toList();
            prepared.addAll(prepare(waiting, persons, whoReleased));
        }
    }

    /** Returns who is listed. */
    private Set<UUID> prepare(Waiting waiting, List<UUID> persons, UUID whoReleased) {
        var selected = selection.among(waiting.reason(), persons);
        var listed = selected.candidates().stream().map(Candidate::personId).collect(Collectors.toSet());
        if (!listed.isEmpty()) {
            progress.prepare(new Preview(
                    runOf(waiting, listed),
                    waiting.reason(),
                    null,
                    null,
                    selected.candidates(),
                    selected.leftOut(),
                    whoReleased));
        }
        // of whom nothing is due any more, or who is erased otherwise, nothing waits
        heldBack.forget(
                waiting.reason(),
                selected.leftOut().stream()
                        .filter(person -> !person.cause().equals(GroundToSpare.ON_HOLD.code()))
                        .map(LeftOut::personId)
                        .toList());
        return listed;
    }

    /** The same for every instance that looks, so that it is prepared once. */
    private static UUID runOf(Waiting waiting, Set<UUID> listed) {
        var name = waiting.erasureId()
                + listed.stream().map(UUID::toString).sorted().collect(Collectors.joining(" ", " ", ""));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
