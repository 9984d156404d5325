package eu.lethe.cases.filepage;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.platform.catalogue.Label;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionSentenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P2Y|last-contact|2028-03-03|Conservé jusqu’au 3 mars 2028, deux ans après le dernier contact",
                "P1Y|last-contact|2028-08-01|Conservé jusqu’au 1er août 2028, un an après le dernier contact",
                "P3Y|majority|2038-05-12|Conservé jusqu’au 12 mai 2038, trois ans après la majorité",
                "P6M|information-dismissed|2028-02-29|Conservé jusqu’au 29 février 2028, six mois après le classement de l’information",
                "P0D|consent-withdrawn|2026-12-31|Conservé jusqu’au 31 décembre 2026",
                "P15D|recorded|2026-12-31|Conservé jusqu’au 31 décembre 2026, 15 jours après l’enregistrement",
            })
    void in_french(String period, String trigger, LocalDate dueOn, String sentence) {
        assertThat(RetentionSentence.of(rule(period, trigger), dueOn, Locale.FRENCH))
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P2Y|last-contact|2028-03-03|Kept until 3 March 2028, two years after the last contact",
                "P1Y|last-contact|2028-08-01|Kept until 1 August 2028, one year after the last contact",
                "P6M|information-dismissed|2028-02-29|Kept until 29 February 2028, six months after the information was dismissed",
            })
    void in_english(String period, String trigger, LocalDate dueOn, String sentence) {
        assertThat(RetentionSentence.of(rule(period, trigger), dueOn, Locale.ENGLISH))
                .isEqualTo(sentence);
    }

    private static RetentionRules.Rule rule(String period, String trigger) {
        return new RetentionRules.Rule("rule", trigger, Period.parse(period), new Label("règle", "rule"));
    }
}
