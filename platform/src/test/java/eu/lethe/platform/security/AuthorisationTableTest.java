package eu.lethe.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.platform.catalogue.InvalidCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;

/** Who may call what stands in one table, which is right or stops the start. */
class AuthorisationTableTest {

    @Test
    void a_line_names_an_operation_and_its_roles() {
        assertThat(read("GET,/api/cases/files/{fileId},worker lead").rows())
                .containsExactly(new AuthorisationTable.Row(
                        "case-service",
                        HttpMethod.GET,
                        "/api/cases/files/{fileId}",
                        Set.of(Role.WORKER, Role.LEAD),
                        "agency",
                        "any"));
    }

    @Test
    void a_star_stands_for_anybody_signed_in() {
        assertThat(read("GET,/api/cases/me,*").rows().getFirst().roles()).isEmpty();
    }

    @Test
    void an_unknown_role_is_named_with_its_line() {
        refused(
                "GET,/api/cases/me,*\nPOST,/api/cases/files,worker boss",
                "authorisation.csv, line 3: unknown role boss");
    }

    @Test
    void a_star_beside_roles_is_no_role() {
        refused("GET,/api/cases/me,worker *", "authorisation.csv, line 2: unknown role *");
    }

    @Test
    void an_operation_without_roles_is_refused_rather_than_opened_to_all() {
        refused("GET,/api/cases/me,", "authorisation.csv, line 2: roles is empty; write * for anybody signed in");
    }

    @Test
    void an_operation_without_a_path_is_named_with_its_line() {
        refused("GET,,worker", "authorisation.csv, line 2: path is empty");
    }

    @Test
    void what_the_table_and_the_api_do_not_have_in_common_is_told() {
        var table = read("GET,/api/cases/me,*\nPOST,/api/cases/files,worker\nGET,/api/cases/openapi.json,*");

        assertThat(table.differencesFrom("""
                        {"paths": {"/api/cases/me": {"get": {}}, "/api/cases/files": {"get": {}}}}"""))
                .containsExactly("GET /api/cases/files has no row", "POST /api/cases/files has no operation");
    }

    private static void refused(String lines, String complaint) {
        assertThatExceptionOfType(InvalidCatalogue.class)
                .isThrownBy(() -> read(lines))
                .withMessage(complaint);
    }

    private static AuthorisationTable read(String lines) {
        var text = "service,method,path,roles,reach,state\n"
                + lines.lines()
                        .map(line -> "case-service," + line + ",agency,any\n")
                        .collect(Collectors.joining());
        return AuthorisationTable.read(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "authorisation.csv";
            }
        });
    }
}
