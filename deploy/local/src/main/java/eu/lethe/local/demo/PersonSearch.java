package eu.lethe.local.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Understands finding somebody whom an earlier attempt registered and did not live to write down. */
final class PersonSearch {

    private final AgencyApi api;

    PersonSearch(AgencyApi api) {
        this.api = api;
    }

    /** The id of the person of this name and birth date, if there is one in the account's unit. */
    Optional<String> find(String account, String givenName, String familyName, LocalDate birthDate)
            throws AgencyApi.NoAnswer {
        var text = givenName + " " + familyName;
        return api.post(account, "/api/cases/search", Map.of("text", text))
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("familyName").asString().equals(familyName)
                        && it.path("givenName").asString().equals(givenName)
                        && it.path("birthDate").asString().equals(birthDate.toString()))
                .map(it -> it.path("personId").asString())
                .findFirst();
    }
}
