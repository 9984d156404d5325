package eu.lethe.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.sealing.Compartment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An entry is spelt in one way for ever: its hash is kept longer than the entry. */
class SaltedEntryTest {

    private final JournalEntry entry = new JournalEntry(
            41,
            UUID.fromString("a93495cd-dee3-469d-8fd0-ad9727b320a7"),
            List.of(UUID.fromString("3c6b0e23-bf28-42f1-815a-68fecdb79373")),
            null,
            UUID.fromString("51c55fa5-7392-4f2f-8ec1-71e60b978a9e"),
            "worker",
            "centre",
            List.of(Compartment.IDENTITY, Compartment.NARRATIVE),
            "person",
            null,
            Instant.parse("2026-10-05T14:20:00.654321Z"));

    @Test
    void its_members_stand_in_a_fixed_order_and_absent_ones_are_left_out() {
        assertThat(new SaltedEntry("case-service", "c2FsdA", entry).canonical())
                .isEqualTo("{\"by\":\"case-service\",\"salt\":\"c2FsdA\",\"entry\":{\"index\":41,"
                        + "\"accessId\":\"a93495cd-dee3-469d-8fd0-ad9727b320a7\","
                        + "\"personIds\":[\"3c6b0e23-bf28-42f1-815a-68fecdb79373\"],"
                        + "\"readerId\":\"51c55fa5-7392-4f2f-8ec1-71e60b978a9e\",\"role\":\"worker\",\"unit\":\"centre\","
                        + "\"compartments\":[\"identity\",\"narrative\"],\"reason\":\"person\","
                        + "\"at\":\"2026-10-05T14:20:00.654321Z\"}}");
    }

    @Test
    void two_salts_give_two_hashes() {
        assertThat(SaltedEntry.of("case-service", entry).leafHash())
                .isNotEqualTo(SaltedEntry.of("case-service", entry).leafHash());
    }
}
