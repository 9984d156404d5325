package eu.lethe.local.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Understands one fictitious person with all that the agency has written down about them.
 *
 * @param index the place in the plan; the same index is the same person in every load
 */
record DemoPerson(
        int index,
        String unit,
        String familyName,
        String givenName,
        DemoBirth born,
        String address,
        @Nullable String phone,
        @Nullable String email,
        String householdType,
        List<Contact> contacts,
        List<Consent> consents,
        Episodes episodes) {

    /**
     * One contact, in the worker's words.
     *
     * @param means how it took place, where the worker noted it
     */
    record Contact(
            LocalDate date,
            String text,
            List<String> codes,
            @Nullable String means) {}

    /** One consent, in force or withdrawn since. */
    record Consent(String purpose, @Nullable String recipient, String given, boolean withdrawn) {}

    /** The day of the first contact; nothing for who has not been met yet. */
    Optional<LocalDate> openedOn() {
        return contacts.stream().map(Contact::date).min(Comparator.naturalOrder());
    }

    @Override
    public String toString() {
        return "DemoPerson[" + index + "]";
    }
}
