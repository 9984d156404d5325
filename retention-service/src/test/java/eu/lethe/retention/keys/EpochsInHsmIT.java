package eu.lethe.retention.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.retention.epoch.EpochKeyStore;
import eu.lethe.retention.epoch.SoftHsm;
import eu.lethe.retention.running.RestorableRetention;
import eu.lethe.retention.running.RestorableRetention.Part;
import eu.lethe.retention.running.Someone;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agency that buys a hardware security module keeps what it has, and what it destroys from then on no backup brings back. */
class EpochsInHsmIT {

    private RestorableRetention retention;
    private String[] module;
    private UUID gone;
    private UUID stays;

    @BeforeEach
    void two_persons_whose_epoch_lies_in_a_file(@TempDir Path directory) {
        var hsm = SoftHsm.emptied();
        module = new String[] {
            "--lethe.retention.epochs.hsm.library=" + SoftHsm.library(),
            "--lethe.retention.epochs.hsm.slot=" + hsm.slot(),
            "--lethe.retention.epochs.hsm.pin=" + SoftHsm.PIN
        };
        retention = RestorableRetention.in(directory);
        gone = retention.born();
        stays = retention.born();
    }

    @AfterEach
    void ends() {
        retention.close();
    }

    @Test
    void a_backup_of_everything_brings_nobody_back_whose_epoch_was_destroyed_in_the_module() {
        retention.stopService();
        retention.startService(module);
        assertThat(leased(stays)).as("from before the module").isEqualTo(200);
        assertThat(leased(gone)).isEqualTo(200);
        rotate();
        assertThat(leased(stays)).as("wrapped anew").isEqualTo(200);
        assertThat(retention.bean(EpochKeyStore.class).epochs()).containsExactly(2);
        retention.stop();
        retention.keep("whole");
        retention.startDatabase();
        retention.startBroker();
        retention.startService(module);

        Removals.remove(retention, UUID.randomUUID(), gone);
        rotate();

        assertThat(leased(gone)).isEqualTo(410);
        assertThat(leased(stays)).isEqualTo(200);
        retention.stop();
        retention.restore("whole", Part.values());
        retention.startDatabase();
        retention.startBroker();
        assertThatThrownBy(() -> retention.startService(module)).hasMessageContaining("has no key of epoch 2");
    }

    private void rotate() {
        assertThat(retention.post(Someone.ADMIN, "/api/retention/epochs", null).status())
                .isEqualTo(201);
    }

    private int leased(UUID person) {
        return retention
                .get(Someone.CASE_SERVICE, "/api/retention/keys/" + person + ".identity.1")
                .status();
    }
}
