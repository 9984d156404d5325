package eu.lethe.retention.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.contracts.sealing.Compartment;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

class RetentionScheduleTest {

    private static final List<Compartment> COMPARTMENTS = List.of(
            Compartment.IDENTITY, Compartment.THIRD_PARTY, Compartment.HEALTH, Compartment.CONSENT, Compartment.RIGHTS);

    private static final String HEADER =
            "code,compartment,trigger,period,action,visa_required,legal_source,label_fr,label_en\n";

    private static final String OK = "single-visit,*,last-contact,P1Y,erase,true,l,f,e\n";

    private final RetentionSchedule schedule =
            new RetentionSchedule(new ClassPathResource("catalogue/retention-schedule.csv"), COMPARTMENTS);

    @ParameterizedTest
    @CsvSource({"0, single-visit", "1, single-visit", "2, support-file", "40, support-file"})
    void a_file_is_a_single_visit_until_the_second_contact(int contacts, String rule) {
        assertThat(schedule.ofFile(contacts).code()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "support-file, 2026-03-03, 2028-03-03",
        "single-visit, 2024-02-29, 2025-02-28",
        "consent-withdrawn, 2026-11-24, 2026-11-24"
    })
    void a_rule_says_from_which_day_data_may_no_longer_be_kept(String rule, LocalDate since, LocalDate dueOn) {
        assertThat(schedule.require(rule).dueOn(since)).isEqualTo(dueOn);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "health,health,last-contact,2 years,erase,true,l,f,e | period is not written like",
                "health,health,last-contact,P-1Y,erase,true,l,f,e | period is negative",
                "health,health,last-contact,P1Y,burn,true,l,f,e | action is none of",
                "health,secrets,last-contact,P1Y,erase,true,l,f,e | compartment secrets is not configured",
                "health,health,last-contact,P1Y,erase,maybe,l,f,e | visa_required is neither true nor false",
                "health,health,last-contact,P1Y,erase,true,l,,e | label_fr is empty",
                "pets,*,last-contact,P1Y,erase,true,l,f,e | nothing that happens brings about the rule pets",
                "health,health,majority,P1Y,erase,true,l,f,e | the rule health runs from last-contact, and never from majority",
                "health,health,full-moon,P1Y,erase,true,l,f,e | the rule health runs from last-contact, and never from full-moon",
                "health,*,last-contact,P1Y,erase,true,l,f,e | the rule health is about health, and not about *",
                "rights-request,consent,request-answered,P5Y,erase,true,l,f,e | the rule rights-request is about rights, and not about consent",
                "health,health,last-contact,P1Y,drop,true,l,f,e | the rule health erases, reviews or archives, and drops nothing",
                "access-journal,journal,recorded,P1Y,erase,true,l,f,e | the rule access-journal drops, and does not erase"
            })
    void an_error_names_its_line(String line, String complaint) {
        var file = file(OK + line);

        assertThatThrownBy(() -> new RetentionSchedule(file, COMPARTMENTS))
                .hasMessageContaining("line 3")
                .hasMessageContaining(complaint);
    }

    @Test
    void a_code_that_stands_twice_is_an_error() {
        var file = file(OK + "single-visit,*,last-contact,P2Y,erase,true,l,f,e");

        assertThatThrownBy(() -> new RetentionSchedule(file, COMPARTMENTS)).hasMessageContaining("line 3");
    }

    @Test
    void a_schedule_without_a_rule_for_files_is_an_error() {
        assertThatThrownBy(() ->
                        new RetentionSchedule(file("support-file,*,last-contact,P1Y,erase,true,l,f,e"), COMPARTMENTS))
                .hasMessageContaining("has no rule single-visit");
    }

    private static Resource file(String lines) {
        return new ByteArrayResource((HEADER + lines).getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "retention-schedule.csv";
            }
        };
    }
}
