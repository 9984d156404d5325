package eu.lethe.cases.copy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.cases.Assessment;
import eu.lethe.contracts.events.cases.AttachmentDetails;
import eu.lethe.contracts.events.cases.Circumstances;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.events.cases.Demographics;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.events.cases.InformationSource;
import eu.lethe.contracts.events.cases.ReferralLetter;
import eu.lethe.contracts.events.cases.Reported;
import eu.lethe.contracts.events.consents.ConsentEvidence;
import eu.lethe.contracts.events.retention.DeadlineEvent;
import eu.lethe.platform.catalogue.CatalogueTable;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/**
 * Everything that is kept about a person has its place in their copy, or a reason why it has none: {@code copy/contents.csv}
 * has a line for each field of each event that is sealed or stated. Numbers of records and moments of recording are neither.
 */
class CopyContentsTest {

    private record Line(String field, String what, String whereOrWhy) {}

    private static final Set<Class<?>> NEITHER = Set.of(UUID.class, Instant.class);

    /** What lies in sealed fields. */
    private static final List<Class<?>> CLEAR = List.of(
            Identity.class,
            Demographics.class,
            Circumstances.class,
            Codes.class,
            AttachmentDetails.class,
            Assessment.class,
            Assessment.Section.class,
            Assessment.Goal.class,
            Reported.class,
            InformationSource.class,
            ReferralLetter.class,
            ConsentEvidence.class);

    private static final List<Line> LINES = CatalogueTable.read(
            new ClassPathResource("copy/contents.csv"),
            row -> new Line(row.text("field"), row.text("what"), row.text("where_or_why")));

    @Test
    void each_field_of_each_event_is_printed_or_has_a_reason_why_it_is_not() {
        var listed = LINES.stream().map(Line::field).toList();

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(listed)).isEqualTo(kept());
    }

    @Test
    void what_is_printed_has_words_in_both_languages() {
        for (var language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            var words = ResourceBundle.getBundle(
                    "messages.copy",
                    language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            assertThat(LINES.stream().filter(line -> line.what().equals("printed")))
                    .allSatisfy(line -> assertThat(words.containsKey(line.whereOrWhy()))
                            .as(line.toString())
                            .isTrue());
        }
    }

    @Test
    void what_lies_in_a_sealed_field_is_listed_field_by_field() {
        var clear = CLEAR.stream().map(Class::getSimpleName).collect(Collectors.toSet());

        assertThat(LINES.stream().filter(line -> line.what().equals("inside")))
                .allSatisfy(line -> assertThat(clear).contains(line.whereOrWhy()));
    }

    @Test
    void nothing_is_left_out_without_a_sentence() {
        assertThat(LINES.stream().filter(line -> line.what().equals("left out")))
                .allSatisfy(line -> assertThat(line.whereOrWhy()).contains(" "));
    }

    private static Set<String> kept() {
        var events = Stream.of(EventTypes.CASES, EventTypes.CONSENTS, EventTypes.ACCESS)
                .flatMap(domain -> domain.roots().stream())
                .<Class<?>>map(root -> root);
        return Stream.of(events, Stream.<Class<?>>of(DeadlineEvent.class))
                .flatMap(roots -> roots)
                .flatMap(root -> Arrays.stream(root.getPermittedSubclasses()))
                .flatMap(type -> fieldsOf(type))
                .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), all -> {
                    CLEAR.stream().flatMap(CopyContentsTest::fieldsOf).forEach(all::add);
                    return all;
                }));
    }

    private static Stream<String> fieldsOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(field -> !NEITHER.contains(field.getType()))
                .map(RecordComponent::getName)
                .map(name -> type.getSimpleName() + "." + name);
    }
}
