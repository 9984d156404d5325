package eu.lethe.reporting.contribution;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.SealedField;
import java.util.UUID;

/**
 * Understands one piece of what is remembered of a person, sealed by itself under that person's own key, so that it is forgotten
 * with them while the figures stand. All pieces are one field: what is sealed does not say of which sort it is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what", requireTypeIdForSubtypes = OptBoolean.FALSE)
@JsonSubTypes({@JsonSubTypes.Type(Part.class), @JsonSubTypes.Type(Tally.class)})
sealed interface Piece permits Part, Tally {

    /** What it is called, and nothing else of the same person and compartment; its place is made from it. */
    @JsonIgnore
    String name();

    /** How the part of a contact is called. */
    static String ofContact(UUID contactId) {
        return "contribution contact " + contactId;
    }

    /** How the tally of a year is called. */
    static String ofYear(int year) {
        return "contribution year " + year;
    }

    /** Each is sealed for its place. */
    static SealedField<Piece> in(Compartment compartment) {
        return new SealedField<>("contributions", compartment, Piece.class);
    }
}
