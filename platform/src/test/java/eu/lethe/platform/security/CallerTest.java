package eu.lethe.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import eu.lethe.platform.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** A caller is who their token says, and no more. */
class CallerTest {

    private static final String CLAIRE = "7d1f7a52-7f7f-4d0d-8c85-1f2a3b4c5d01";

    @Test
    void a_worker_is_read_from_the_claims() {
        assertThat(caller(token().subject(CLAIRE)
                        .claim("name", "Claire Morel")
                        .claim("roles", List.of("worker"))
                        .claim("unit", "centre")
                        .build()))
                .isEqualTo(new Caller(CLAIRE, "Claire Morel", Set.of(Role.WORKER), "centre"));
    }

    @Test
    void a_program_goes_by_its_client_id() {
        assertThat(caller(token().subject("integrator")
                        .claim("roles", List.of("integrator"))
                        .build()))
                .isEqualTo(new Caller("integrator", "integrator", Set.of(Role.INTEGRATOR), null));
    }

    @Test
    void a_role_that_lethe_does_not_know_gives_nothing() {
        assertThat(caller(token().subject(CLAIRE)
                                .claim("roles", List.of("superuser"))
                                .build())
                        .roles())
                .isEmpty();
    }

    @Test
    void a_token_without_roles_gives_nothing() {
        assertThat(Objects.requireNonNull(CallerToken.fromClaims()
                                .convert(token().subject(CLAIRE).build()))
                        .getAuthorities())
                .isEmpty();
    }

    @Test
    void roles_become_authorities_under_their_own_name() {
        assertThat(Objects.requireNonNull(CallerToken.fromClaims()
                                .convert(token().subject(CLAIRE)
                                        .claim("roles", List.of("retention-admin"))
                                        .build()))
                        .getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("retention-admin");
    }

    @Test
    void a_member_of_staff_has_an_id() {
        assertThat(worker("centre").staffId()).isEqualTo(UUID.fromString(CLAIRE));
    }

    @Test
    void a_program_is_no_member_of_staff() {
        forbidden(() -> new Caller("integrator", "integrator", Set.of(Role.INTEGRATOR), null).staffId());
    }

    @Test
    void a_worker_works_in_their_own_unit() {
        assertThatNoException().isThrownBy(() -> worker("centre").requireAssignedTo("centre"));
    }

    @Test
    void a_worker_does_not_work_in_another_unit() {
        forbidden(() -> worker("north").requireAssignedTo("centre"));
    }

    @Test
    void somebody_without_a_unit_works_in_none() {
        forbidden(() -> new Caller(CLAIRE, "Claire Morel", Set.of(Role.DPO), null).requireUnit());
    }

    private static Caller worker(String unit) {
        return new Caller(CLAIRE, "Claire Morel", Set.of(Role.WORKER), unit);
    }

    private static void forbidden(Runnable act) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(act::run)
                .extracting(Problem::status)
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    private static Caller caller(Jwt token) {
        return ((CallerToken) Objects.requireNonNull(CallerToken.fromClaims().convert(token))).getPrincipal();
    }

    private static Jwt.Builder token() {
        return Jwt.withTokenValue("token").header("alg", "none");
    }
}
