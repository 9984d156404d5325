package eu.lethe.retention.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Understands erasures of a {@link RestorableRetention}, as two persons and the other services bring them on their way. */
public final class ErasuresAsked {

    /** Who says that it has done its part. */
    public static final List<Someone> SERVICES =
            List.of(Someone.CASE_SERVICE, Someone.CONSENT_SERVICE, Someone.REPORTING_SERVICE);

    private static final Duration SOON = Duration.ofSeconds(60);

    private final RestorableRetention retention;

    /** Of this service. */
    public ErasuresAsked(RestorableRetention retention) {
        this.retention = retention;
    }

    /** Persons are known, as if they had been registered. */
    public void known(UUID... persons) throws SQLException {
        try (var connection = retention.connect();
                var insert = connection.prepareStatement(
                        "insert into known_person (person_id, unit) values (?, 'centre') on conflict do nothing")) {
            for (var person : persons) {
                insert.setObject(1, person);
                insert.executeUpdate();
            }
        }
    }

    /** One that was asked for, and approved. */
    public String approved(UUID... persons) throws SQLException {
        var erasure = asked(persons);
        assertThat(retention
                        .post(Someone.APPROVER, path(erasure) + "/approval", Map.of("confirmedCount", persons.length))
                        .status())
                .isEqualTo(200);
        return erasure;
    }

    /** One that was asked for. */
    public String asked(UUID... persons) throws SQLException {
        known(persons);
        var preview = retention.post(
                Someone.ADMIN,
                "/api/retention/erasures",
                Map.of("personIds", List.of(persons), "reason", "right-exercised"));
        var erasure = preview.textAt("/erasureId");
        assertThat(retention
                        .post(
                                Someone.ADMIN,
                                path(erasure) + "/request",
                                Map.of(
                                        "confirmedCount",
                                        preview.at("/share/toConfirm").asInt(1)))
                        .status())
                .isEqualTo(200);
        return erasure;
    }

    /** Every service has applied what lies before the suspension. */
    public void everybodyCaughtUp(String erasure) {
        SERVICES.forEach(service -> await().atMost(SOON)
                .until(() -> retention
                                .post(service, path(erasure) + "/confirmations", Map.of("phase", "suspended"))
                                .status()
                        == 204));
    }

    /** How far it is. */
    public Answer show(String erasure) {
        return retention.get(Someone.DPO, path(erasure));
    }

    /** Where it is. */
    public static String path(String erasure) {
        return "/api/retention/erasures/" + erasure;
    }
}
