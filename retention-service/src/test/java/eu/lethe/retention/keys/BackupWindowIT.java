package eu.lethe.retention.keys;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.retention.epoch.EpochProperties;
import eu.lethe.retention.epoch.Epochs;
import eu.lethe.retention.epoch.Rotation;
import eu.lethe.retention.keys.KeyRemover.Doomed;
import eu.lethe.retention.running.Answer;
import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Until when backups give back what was removed; where copies lie in escrow, {@link EscrowIT} says so. */
class BackupWindowIT extends RunningRetention {

    @Autowired
    private Rotation rotation;

    @Autowired
    private Epochs epochs;

    @Autowired
    private EpochProperties properties;

    @Autowired
    private ContentKeys keys;

    @Autowired
    private Suspension suspension;

    @Autowired
    private Compartments compartments;

    @Autowired
    private KeyRemover remover;

    @BeforeEach
    void an_epoch_in_which_nothing_was_removed() {
        automationRests();
        rotation.rotate();
    }

    @AfterEach
    void as_usual() {
        automationWorks();
    }

    @Test
    void the_epoch_says_where_its_key_lies_and_when_it_ends_by_itself() {
        var epoch = shown();

        assertThat(epoch.textAt("/store")).isEqualTo("pkcs12-file");
        assertThat(Instant.parse(epoch.textAt("/endsAt")))
                .isEqualTo(Instant.parse(epoch.textAt("/since")).plus(properties.rotateEvery()));
        assertThat(epoch.at("/awaitingDestruction").asLong()).isZero();
        assertThat(epoch.each("/recoverable")).isEmpty();
        assertThat(epoch.each("/ending")).isEmpty();
    }

    @Test
    void what_was_removed_can_be_recovered_until_the_epoch_is_rotated() {
        removed();

        var epoch = shown();

        assertThat(epoch.at("/recoverable/0/epoch").asInt()).isEqualTo(current());
        assertThat(epoch.at("/recoverable/0/keys").asLong()).isEqualTo(5);
        assertThat(epoch.at("/awaitingDestruction").asLong()).isEqualTo(5);
        assertThat(epoch.textAt("/recoverable/0/waitsFor")).isEqualTo("rotation");
        assertThat(epoch.textAt("/recoverable/0/until")).isEqualTo(epoch.textAt("/endsAt"));
        assertThat(epoch.each("/recoverable/0/copiesAt")).isEmpty();
        assertThat(post(Someone.ADMIN, "/api/retention/epochs").each("/ending")).isEmpty();
        assertThat(shown().each("/recoverable")).isEmpty();
    }

    @Test
    void while_keys_are_still_wrapped_in_an_epoch_that_is_over_nobody_says_until_when() {
        removed();
        var before = current();
        epochs.advance();

        var epoch = shown();

        assertThat(epoch.textAt("/recoverable/0/waitsFor")).isEqualTo("wrapping");
        assertThat(epoch.at("/recoverable/0/until").isMissingNode()).isTrue();
        assertThat(epoch.at("/ending/0/epoch").asInt()).isEqualTo(before);
        assertThat(epoch.textAt("/ending/0/waitsFor")).isEqualTo("wrapping");
        rotation.keepUp();
        assertThat(shown().each("/recoverable")).isEmpty();
    }

    @Test
    void what_is_removed_while_an_epoch_before_is_not_destroyed_waits_for_that_one_too() {
        epochs.advance();
        removed();

        var epoch = shown();

        assertThat(epoch.at("/recoverable/0/epoch").asInt()).isEqualTo(current());
        assertThat(epoch.textAt("/recoverable/0/waitsFor")).isEqualTo("wrapping");
        rotation.keepUp();
    }

    private void removed() {
        var person = keys.reserve(1).getFirst();
        var erasure = UUID.randomUUID();
        suspension.suspend(erasure, Map.of(person, compartments.ofWholePerson()));
        remover.remove(erasure, List.of(new Doomed(person, true)), LocalDate.EPOCH);
    }

    private Answer shown() {
        return get(Someone.DPO, "/api/retention/epochs");
    }

    private int current() {
        return epochs.current().orElseThrow().number();
    }
}
