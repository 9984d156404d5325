package eu.lethe.retention.hold;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonDroppedOut;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.retention.running.Answer;
import eu.lethe.retention.running.Persons;
import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import eu.lethe.testkit.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That a court asks for somebody is nobody's to know who reads what happens: on the topic, in the feed, or by asking. */
class HoldsStayInsideIT extends RunningRetention {

    private static final String HOLDS = "/api/retention/holds";
    private static final String ERASURES = "/api/retention/erasures";

    @Autowired
    private JdbcClient sql;

    private UUID person = UUID.randomUUID();
    private UUID hold = UUID.randomUUID();
    private UUID spared = UUID.randomUUID();

    @BeforeEach
    void somebody_who_was_spared_by_an_erasure_and_left_out_of_the_next_because_they_are_held() {
        passes("P31D");
        person = post(Someone.CASE_SERVICE, "/api/retention/reserves", Map.of("count", 1))
                .idAt("/personIds/0");
        happens(Persons.registered(person));
        eventually("known", () -> erasable() == 1);
        spared = approved();
        hold = post(
                        Someone.DPO,
                        HOLDS,
                        Map.of(
                                "personId",
                                person,
                                "reason",
                                "judicial-inquiry",
                                "reassessOn",
                                clock.today().plusDays(30)))
                .idAt("/holdId");
        post(
                Someone.ADMIN,
                HOLDS + "/" + hold + "/reassessment",
                Map.of("reassessOn", clock.today().plusDays(60)));
        passes("P7D");
        eventually("spared", () -> show(spared).textAt("/state").equals("cancelled"));
        assertThat(show(spared).textAt("/progress/droppedOut/0/cause")).isEqualTo("on-hold");
        assertThat(erasable()).isZero();
        post(Someone.ADMIN, HOLDS + "/" + hold + "/release", Map.of("reason", "handed-over"));
        // it is published in order: what was asked for last is there once everything before it is
        assertThat(erasable()).isEqualTo(1);
    }

    @Test
    void the_topic_says_that_they_are_given_back_and_not_that_they_are_held() {
        eventually(
                "published",
                () -> !Topic.published(PersonRestored.class, person).isEmpty());
        var last = lastEventId();
        eventually("all of it", () -> headers("ce_id").contains(last));

        assertThat(Topic.published(PersonDroppedOut.class, person))
                .extracting(PersonDroppedOut::cause)
                .containsExactly(PersonDroppedOut.NOT_TOLD);
        assertNothingIsHeld(Topic.messages(EventTypes.RETENTION.topic()).stream()
                .map(message -> Topic.header(message, "ce_type")
                        + new String(message.key(), StandardCharsets.UTF_8)
                        + new String(message.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n")));
    }

    @Test
    void the_feed_of_an_integrator_does_not_say_it_either() {
        var read = new StringBuilder();
        var after = 0L;
        for (var page = feed(after); !page.text().equals("[]"); page = feed(after)) {
            read.append(page.text());
            after += 500;
        }

        assertThat(read).contains(person.toString());
        assertNothingIsHeld(read.toString());
    }

    @Test
    void whoever_asks_whether_it_was_recorded_is_not_told() {
        var ids = sql.sql("select event_identifier from domain_event where aggregate_identifier in (:hold, :erasure)")
                .param("hold", hold.toString())
                .param("erasure", spared.toString())
                .query(String.class)
                .list();
        assertThat(ids).hasSizeGreaterThan(3);

        var answer = post(Someone.CASE_SERVICE, "/api/retention/recorded", Map.of("ids", ids));

        assertThat(answer.each("/events").map(event -> event.at("/type").asString()))
                .contains("lethe.retention.ErasurePreviewed.v1", "lethe.retention.PersonDroppedOut.v1");
        assertNothingIsHeld(answer.text());
    }

    private void assertNothingIsHeld(String read) {
        assertThat(read)
                .doesNotContain(hold.toString())
                .doesNotContain("lethe.retention.Hold")
                .doesNotContain("on-hold")
                .doesNotContain("judicial-inquiry");
    }

    private List<String> headers(String name) {
        return Topic.messages(EventTypes.RETENTION.topic()).stream()
                .map(message -> Topic.header(message, name))
                .toList();
    }

    private String lastEventId() {
        return sql.sql("select event_identifier from domain_event order by global_index desc limit 1")
                .query(String.class)
                .single();
    }

    private Answer feed(long after) {
        return get(Someone.INTEGRATOR, "/api/retention/feed?limit=500&after=" + after);
    }

    private int erasable() {
        return preview().at("/preview/erasable").asInt();
    }

    private Answer preview() {
        return post(Someone.ADMIN, ERASURES, Map.of("personIds", List.of(person), "reason", "right-exercised"));
    }

    private UUID approved() {
        var preview = preview();
        var erasure = preview.idAt("/erasureId");
        post(
                Someone.ADMIN,
                ERASURES + "/" + erasure + "/request",
                Map.of("confirmedCount", preview.at("/share/toConfirm").asInt(0)));
        assertThat(post(Someone.APPROVER, ERASURES + "/" + erasure + "/approval")
                        .textAt("/state"))
                .isEqualTo("suspended");
        return erasure;
    }

    private Answer show(UUID erasure) {
        return get(Someone.DPO, ERASURES + "/" + erasure);
    }
}
