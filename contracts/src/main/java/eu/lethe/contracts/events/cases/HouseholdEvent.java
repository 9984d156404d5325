package eu.lethe.contracts.events.cases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who lives with whom, and since when. A household is no more than its members: it begins with the first who joins. Each
 * event is about one member, so that one of them can be forgotten without the others.
 */
public sealed interface HouseholdEvent extends DomainEvent {

    /** What a member is to the others. */
    SealedField<String> RELATION = new SealedField<>("relation", Compartment.IDENTITY, String.class);

    /** The household. */
    UUID householdId();

    /** The member. */
    UUID personId();

    @Override
    @JsonIgnore
    default UUID subject() {
        return personId();
    }

    /**
     * Somebody lives in the household.
     *
     * @param since the day they joined, if it is known
     * @param relation what they are to the others, under their own key, {@code identity}; context
     *     {@code <membershipId>#relation}
     */
    record MemberJoined(
            UUID householdId,
            UUID personId,
            UUID membershipId,
            @Nullable LocalDate since,
            @Nullable Sealed<String> relation,
            UUID author,
            Instant at)
            implements HouseholdEvent {}

    /**
     * Somebody no longer lives in the household.
     *
     * @param reason {@code left}, {@code split} (with others, who form a new one), {@code died} or {@code error} (never was a
     *     member)
     */
    record MemberLeft(
            UUID householdId, UUID personId, UUID membershipId, LocalDate on, String reason, UUID author, Instant at)
            implements HouseholdEvent {}
}
