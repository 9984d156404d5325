package eu.lethe.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.lethe.contracts.events.access.AccessEvent.PersonalDataOpened;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentLapsed;
import eu.lethe.contracts.events.retention.DeadlineEvent.DeadlineLifted;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasurePreviewed;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.LeftOut;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonDroppedOut;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.events.retention.HoldEvent.HoldPlaced;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/** On the wire, every event has one type, one topic and one source. */
class EventTypesTest {

    private final EventTypes types = EventTypes.ofLethe();

    @Test
    void an_event_is_named_after_its_domain_and_class() {
        assertThat(types.typeOf(ContactRecorded.class)).isEqualTo("lethe.cases.ContactRecorded.v1");
    }

    @Test
    void an_event_about_one_person_of_a_run_is_found_two_levels_down() {
        assertThat(types.typeOf(KeysRemoved.class)).isEqualTo("lethe.retention.KeysRemoved.v1");
    }

    @Test
    void each_domain_has_a_topic_of_its_own() {
        assertThat(types.topicOf(ConsentLapsed.class)).isEqualTo("lethe.consents.v1");
    }

    @Test
    void the_source_is_the_service_that_publishes() {
        assertThat(types.sourceOf(DeadlineLifted.class)).isEqualTo("retention-service");
    }

    @Test
    void what_was_read_is_published_by_every_service() {
        assertThat(types.isPublishedBy("consent-service", PersonalDataOpened.class))
                .isTrue();
    }

    @Test
    void what_happens_in_one_service_is_published_by_no_other() {
        assertThat(types.isPublishedBy("case-service", ConsentLapsed.class)).isFalse();
    }

    @Test
    void that_something_is_held_is_published_by_nobody() {
        assertThat(types.sourceOf(HoldPlaced.class)).isEqualTo("retention-service");
        assertThat(types.isPublishedBy("retention-service", HoldPlaced.class)).isFalse();
    }

    @Test
    void nobody_outside_is_told_who_is_spared_by_an_erasure_or_why() {
        var erasure = UUID.randomUUID();
        var person = UUID.randomUUID();
        var held = new LeftOut(person, "on-hold", "litigation");
        var previewed = new ErasurePreviewed(
                erasure, "deadline", null, null, List.of(), List.of(held), UUID.randomUUID(), Instant.EPOCH);

        assertThat(previewed.published().leftOut()).isEmpty();
        assertThat(new PersonDroppedOut(erasure, person, "on-hold", Instant.EPOCH).published())
                .isEqualTo(new PersonDroppedOut(erasure, person, "not-due", Instant.EPOCH).published());
    }

    @Test
    void what_others_are_told_of_is_no_member_of_an_event() {
        var json = EventJson.mapper()
                .valueToTree(new PersonDroppedOut(UUID.randomUUID(), UUID.randomUUID(), "not-due", Instant.EPOCH));

        assertThat(json.has("published")).isFalse();
    }

    @Test
    void a_type_is_read_back_to_its_class() {
        assertThat(types.all())
                .allSatisfy(
                        event -> assertThat(types.classOf(types.typeOf(event))).hasValue(event));
    }

    @Test
    void a_type_of_a_later_version_is_unknown_and_no_error() {
        assertThat(types.classOf("lethe.cases.ContactRecorded.v2")).isEmpty();
    }

    @Test
    void no_two_events_share_a_type() {
        assertThat(types.all().stream().map(types::typeOf)).doesNotHaveDuplicates();
    }

    @Test
    void an_event_of_no_domain_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventTypes(List.of(EventTypes.CONSENTS)).typeOf(ContactRecorded.class));
    }

    @Test
    void a_member_that_this_version_does_not_know_is_passed_over() {
        var read = EventJson.mapper().readValue("""
                        {"personId": "4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001", "rule": "support-file",
                         "at": "2026-03-02T09:30:00Z", "addedLater": {"much": true}}""", DeadlineLifted.class);

        assertThat(read.rule()).isEqualTo("support-file");
    }

    @Test
    void what_is_absent_in_java_is_absent_in_json() {
        var json = EventJson.mapper().valueToTree(new DeadlineLifted(UUID.randomUUID(), null, "x", Instant.EPOCH));

        assertThat(json.has("fileId")).isFalse();
    }

    @Test
    void the_subject_is_a_header_and_stands_in_no_event() {
        var json = EventJson.mapper().valueToTree(new DeadlineLifted(UUID.randomUUID(), null, "x", Instant.EPOCH));

        assertThat(json.has("subject")).isFalse();
    }

    @Test
    void a_truth_value_left_out_is_not_taken_for_false() {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> EventJson.mapper().readValue("""
                        {"erasureId": "4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001", "compartments": ["identity"],
                         "personId": "4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001", "wholePerson": null,
                         "graceEndsAt": "2026-03-02T09:30:00Z", "at": "2026-03-02T09:30:00Z"}""", PersonSuspended.class));
    }
}
