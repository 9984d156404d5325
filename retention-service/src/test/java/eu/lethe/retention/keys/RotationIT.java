package eu.lethe.retention.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.catalogue.Label;
import eu.lethe.retention.epoch.EpochKeyAbsent;
import eu.lethe.retention.epoch.EpochKeyStore;
import eu.lethe.retention.epoch.Epochs;
import eu.lethe.retention.epoch.Rotation;
import eu.lethe.retention.epoch.StoreKind;
import eu.lethe.retention.epoch.WrappedKeys;
import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Rotation is interrupted at each point where a crash would leave something different behind, and taken up again. */
class RotationIT extends RunningRetention {

    @Autowired
    private Rotation rotation;

    @Autowired
    private Epochs epochs;

    @Autowired
    private EpochKeyStore store;

    @Autowired
    private ContentKeys keys;

    @Autowired
    private WrappedKeys wrapped;

    @Autowired
    private LedgerGate gate;

    @Autowired
    private KeyRemover remover;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TransactionTemplate transaction;

    private List<KeyId> kids = List.of();
    private List<String> secrets = List.of();
    private int before;

    @BeforeEach
    void keys_in_an_epoch() {
        automationRests();
        rotation.keepUp();
        kids = keys.reserve(10).stream()
                .map(person -> new KeyId(person, Compartment.IDENTITY, 1))
                .toList();
        secrets = secrets();
        before = current();
    }

    @AfterEach
    void as_usual() {
        automationWorks();
    }

    @Test
    void keys_stay_the_same_over_a_rotation_and_only_the_new_epoch_is_left() {
        rotation.rotate();

        assertThat(secrets()).isEqualTo(secrets);
        assertThat(current()).isGreaterThan(before);
        assertThat(store.epochs()).containsExactly(current());
    }

    @Test
    void rotation_on_demand_answers_the_new_epoch() {
        var answer = post(Someone.ADMIN, "/api/retention/epochs");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/epoch").asInt()).isGreaterThan(before);
        assertThat(answer.each("/ending")).as("not destroyed yet").isEmpty();
        assertThat(get(Someone.DPO, "/api/retention/epochs").at("/current").asInt())
                .isEqualTo(answer.at("/epoch").asInt());
    }

    @Test
    void killed_after_the_key_was_made_and_before_the_epoch_began() {
        store.create(before + 1);

        rotation.rotate();

        assertFinished();
    }

    @Test
    void killed_before_any_key_was_wrapped_anew() {
        epochs.advance();

        rotation.keepUp();

        assertFinished();
    }

    @Test
    void killed_half_way_through_wrapping() {
        epochs.advance();
        var dying = new KeysInEpochs(database, transaction, epochs, new DyingStore(store, 3), gate, remover, 2);
        assertThatThrownBy(dying::wrapInCurrentEpoch).hasMessage("killed");
        assertThat(epochsOfRows()).hasSizeGreaterThan(1);
        assertThat(secrets()).isEqualTo(secrets);

        rotation.keepUp();

        assertFinished();
    }

    @Test
    void killed_after_wrapping_and_before_the_old_epoch_was_destroyed() {
        epochs.advance();
        wrapped.wrapInCurrentEpoch();

        rotation.keepUp();

        assertFinished();
    }

    @Test
    void killed_after_the_old_epoch_was_destroyed_and_before_that_was_noted() {
        epochs.advance();
        wrapped.wrapInCurrentEpoch();
        store.destroy(before);

        rotation.keepUp();

        assertFinished();
        assertThat(epochs.keptUpTo(before)).isEmpty();
    }

    @Test
    void what_an_old_dump_holds_cannot_be_unwrapped_after_the_rotation() {
        var dumped = epochsOfRows();

        rotation.rotate();

        assertThat(dumped).containsExactly(before);
        assertThatThrownBy(() -> Wrapping.in(store, before)).isInstanceOf(EpochKeyAbsent.class);
    }

    @Test
    void keys_born_during_a_rotation_are_not_lost() {
        var born = Stream.generate(() -> {
                    rotation.rotate();
                    return keys.reserve(1).getFirst();
                })
                .limit(3)
                .toList();

        assertThat(born)
                .allSatisfy(person -> assertThat(keys.find(List.of(new KeyId(person, Compartment.RIGHTS, 1))))
                        .hasSize(1));
    }

    @Test
    void only_retention_administrators_rotate() {
        assertThat(Stream.of(Someone.WORKER, Someone.DPO, Someone.AUDITOR, Someone.CASE_SERVICE, Someone.INTEGRATOR)
                        .map(caller -> post(caller, "/api/retention/epochs").status()))
                .containsOnly(403);
    }

    private void assertFinished() {
        assertThat(secrets()).isEqualTo(secrets);
        assertThat(epochsOfRows()).containsExactly(current());
        assertThat(store.epochs()).containsExactly(current());
    }

    private List<Integer> epochsOfRows() {
        return database.query("select distinct epoch from content_key order by 1", (row, _) -> row.getInt(1));
    }

    private int current() {
        return epochs.current().orElseThrow().number();
    }

    private List<String> secrets() {
        var found = keys.find(kids);
        return kids.stream()
                .map(found::get)
                .map(key -> key instanceof ContentKeys.Found.Live(var live)
                        ? String.valueOf(live.toJwk().get("k"))
                        : "gone " + UUID.randomUUID())
                .toList();
    }

    /** A store whose process is killed when it has been asked for a key so many times. */
    private static final class DyingStore implements EpochKeyStore {

        private final EpochKeyStore store;
        private int left;

        DyingStore(EpochKeyStore store, int left) {
            this.store = store;
            this.left = left;
        }

        @Override
        public SecretKey key(int epoch) {
            if (left-- <= 0) {
                throw new IllegalStateException("killed");
            }
            return store.key(epoch);
        }

        @Override
        public SortedSet<Integer> epochs() {
            return store.epochs();
        }

        @Override
        public void create(int epoch) {
            store.create(epoch);
        }

        @Override
        public void destroy(int epoch) {
            store.destroy(epoch);
        }

        @Override
        public StoreKind kind() {
            return store.kind();
        }

        @Override
        public List<Label> limits() {
            return store.limits();
        }
    }
}
