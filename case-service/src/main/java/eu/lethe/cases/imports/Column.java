package eu.lethe.cases.imports;

import java.util.Arrays;
import java.util.Optional;

/** The columns that a file of files may have, in the order of the documentation. */
enum Column {
    REFERENCE("reference"),
    FAMILY_NAME("familyName"),
    GIVEN_NAME("givenName"),
    BIRTH_DATE("birthDate"),
    ADDRESS("address"),
    PHONE("phone"),
    EMAIL("email"),
    HOUSEHOLD_TYPE("householdType"),
    OPENED_ON("openedOn"),
    REFERENT("referent"),
    CONTACT_DATE("contactDate"),
    CONTACT_TEXT("contactText"),
    CODES("codes");

    private final String title;

    Column(String title) {
        this.title = title;
    }

    /** As in the header line. */
    String title() {
        return title;
    }

    static Optional<Column> titled(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(title.strip()))
                .findFirst();
    }
}
