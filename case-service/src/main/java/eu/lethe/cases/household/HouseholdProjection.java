package eu.lethe.cases.household;

import eu.lethe.contracts.events.cases.HouseholdEvent.MemberJoined;
import eu.lethe.contracts.events.cases.HouseholdEvent.MemberLeft;
import eu.lethe.contracts.events.cases.PersonEvent.PersonForgotten;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands how events become the table of who lives with whom. Whoever is forgotten leaves it; the others stay. */
@Component
@ProcessingGroup("cases")
@Order(3)
class HouseholdProjection {

    private final JdbcClient database;
    private final HouseholdsOfPersons claims;

    HouseholdProjection(JdbcClient database, HouseholdsOfPersons claims) {
        this.database = database;
        this.claims = claims;
    }

    @ResetHandler
    void drop() {
        database.sql("truncate household_member").update();
    }

    @EventHandler
    void on(MemberJoined joined) {
        database.sql("""
                        insert into household_member (membership_id, household_id, person_id, since, relation, joined_at)
                        values (:membership, :household, :person, :since, :relation, :at)""")
                .param("membership", joined.membershipId())
                .param("household", joined.householdId())
                .param("person", joined.personId())
                .param("since", joined.since())
                .param(
                        "relation",
                        joined.relation() == null ? null : joined.relation().compact())
                .param("at", joined.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(MemberLeft left) {
        database.sql("update household_member set left_on = :on, reason = :reason where membership_id = :membership")
                .param("membership", left.membershipId())
                .param("on", left.on())
                .param("reason", left.reason())
                .update();
    }

    @EventHandler
    void on(PersonForgotten forgotten) {
        claims.release(forgotten.personId());
        database.sql("delete from household_member where person_id = :person")
                .param("person", forgotten.personId())
                .update();
    }
}
