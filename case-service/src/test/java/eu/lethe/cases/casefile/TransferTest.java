package eu.lethe.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileTransferred;
import eu.lethe.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TransferTest {

    private static final Instant SENT = Instant.parse("2026-03-03T09:00:00Z");
    private static final UUID LEAD = UUID.randomUUID();

    private final Transfer transfer = Transfer.of(
            new CaseFileTransferred(UUID.randomUUID(), UUID.randomUUID(), "north", "centre", null, LEAD, SENT),
            UUID.randomUUID());

    @Test
    void is_of_the_lead_who_sent_it_from_the_unit_that_it_left() {
        assertThat(transfer.wasSentBy(LEAD, "centre")).isTrue();
        assertThat(transfer.wasSentBy(LEAD, "north")).isFalse();
        assertThat(transfer.wasSentBy(UUID.randomUUID(), "centre")).isFalse();
    }

    @Test
    void is_open_for_an_hour() {
        assertThatCode(() -> transfer.requireOpen(SENT.plus(Duration.ofMinutes(60))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        transfer.requireOpen(SENT.plus(Duration.ofMinutes(60)).plusMillis(1)))
                .isInstanceOfSatisfying(
                        Problem.class, refusal -> assertThat(refusal.code()).isEqualTo("transfer-settled"));
    }

    @Test
    void is_settled_by_whatever_the_other_unit_decides() {
        assertThatThrownBy(() -> transfer.settle().requireOpen(SENT))
                .isInstanceOfSatisfying(
                        Problem.class, refusal -> assertThat(refusal.code()).isEqualTo("transfer-settled"));
    }
}
