package eu.lethe.reporting.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YearlyGridCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void a_label_that_begins_like_a_formula_becomes_text(String label) {
        assertThat(YearlyGridCsv.harmless(label)).isEqualTo("'" + label);
    }

    @Test
    void any_other_label_stays_as_it_is() {
        assertThat(YearlyGridCsv.harmless("Accès aux droits")).isEqualTo("Accès aux droits");
    }
}
