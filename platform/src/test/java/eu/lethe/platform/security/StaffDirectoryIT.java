package eu.lethe.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.notebook.NotebookService;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The agency's staff are known by what they came with. */
class StaffDirectoryIT {

    private final UUID claire = UUID.randomUUID();
    private final UUID yanis = UUID.randomUUID();

    private NotebookService service;
    private StaffDirectory staff;

    @BeforeEach
    void start() {
        service = NotebookService.start(TestInfrastructure.propertiesFor("case"));
        staff = new StaffDirectory(service.database());
        staff.learn(caller(yanis.toString(), "Yanis Belkacem", "north", Role.WORKER));
        staff.learn(caller(claire.toString(), "Claire Morel", "centre", Role.WORKER));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void the_staff_of_a_unit_are_listed() {
        assertThat(staff.of("centre")).singleElement().satisfies(member -> {
            assertThat(member.id()).isEqualTo(claire);
            assertThat(member.name()).isEqualTo("Claire Morel");
            assertThat(member.is(Role.WORKER)).isTrue();
            assertThat(member.is(Role.LEAD)).isFalse();
        });
    }

    @Test
    void the_staff_of_all_units_are_listed_by_name() {
        staff.learn(caller(UUID.randomUUID().toString(), "Odile Faure", null, Role.DPO));

        assertThat(staff.of(null))
                .extracting(StaffDirectory.Member::name)
                .containsExactly("Claire Morel", "Odile Faure", "Yanis Belkacem");
    }

    @Test
    void who_comes_back_with_another_unit_and_role_is_known_by_them() {
        staff.learn(caller(claire.toString(), "Claire Morel", "north", Role.LEAD));

        assertThat(staff.of("centre")).isEmpty();
        assertThat(staff.of("north"))
                .filteredOn(member -> member.is(Role.LEAD))
                .extracting(StaffDirectory.Member::id)
                .containsExactly(claire);
    }

    @Test
    void a_service_is_no_staff() {
        staff.learn(caller("reporting-service", "reporting-service", null, Role.SERVICE));

        assertThat(staff.of(null)).hasSize(2);
    }

    @Test
    void a_name_is_known_to_another_instance_too() {
        assertThat(new StaffDirectory(service.database()).nameOf(claire)).hasValue("Claire Morel");
    }

    private static Caller caller(String subject, String name, @Nullable String unit, Role role) {
        return new Caller(subject, name, Set.of(role), unit);
    }
}
