package eu.lethe.retention;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.platform.security.AuthorisationTable;
import eu.lethe.platform.security.Role;
import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import eu.lethe.testkit.ServedDocument;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may do what is the authorisation table, for every operation there is. */
class AuthorisationIT extends RunningRetention {

    private static final List<Integer> SHUT = List.of(401, 403);

    @Autowired
    private AuthorisationTable table;

    @Test
    void every_operation_has_its_row_and_every_row_its_operation() {
        assertThat(table.differencesFrom(
                        get(Someone.WORKER, "/api/retention/openapi.json").text()))
                .isEmpty();
    }

    @Test
    void the_document_kept_in_the_repository_says_what_the_service_says() {
        var document = new ServedDocument(
                        "retention",
                        get(Someone.WORKER, "/api/retention/openapi.json").text())
                .keptIfAskedTo();

        assertThat(document.differencesFromKept())
                .as(ServedDocument.toKeepItAnew(AuthorisationIT.class))
                .isEmpty();
    }

    @Test
    void nobody_gets_in_without_a_token() {
        for (var row : table.rows()) {
            assertThat(send(
                                    null,
                                    row.method().name(),
                                    concrete(row.path()),
                                    body(row.method().name()))
                            .status())
                    .as(row.path())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_role_without_a_mark_in_the_table_is_refused() {
        for (var row : table.rows()) {
            for (var someone : Someone.values()) {
                var role = Arrays.stream(Role.values())
                        .filter(known -> known.code().equals(someone.role()))
                        .findFirst()
                        .orElseThrow();
                if (!row.roles().isEmpty() && !row.roles().contains(role)) {
                    assertThat(send(
                                            someone,
                                            row.method().name(),
                                            concrete(row.path()),
                                            body(row.method().name()))
                                    .status())
                            .as("%s at %s", someone, row.path())
                            .isEqualTo(403);
                }
            }
        }
    }

    @Test
    void what_has_no_row_is_refused_to_everybody() {
        assertThat(Arrays.stream(Someone.values())
                        .map(someone -> get(someone, "/api/retention/anything").status()))
                .allMatch(SHUT::contains);
    }

    @Test
    void everybody_who_is_signed_in_may_fetch_the_anchor() {
        assertThat(Arrays.stream(Someone.values())
                        .map(someone -> get(someone, "/api/retention/anchor").textAt("/crv")))
                .containsOnly("Ed25519");
    }

    private static String concrete(String path) {
        return path.replace("{id}", UUID.randomUUID().toString()).replace("{kid}", UUID.randomUUID() + ".identity.1");
    }

    private static @org.jspecify.annotations.Nullable String body(String method) {
        return method.equals("POST") ? "{}" : null;
    }
}
