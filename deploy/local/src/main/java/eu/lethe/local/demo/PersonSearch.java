package eu.lethe.local.demo;

import java.util.Map;
import java.util.Optional;

/** Understands finding somebody whom an earlier attempt registered and did not live to write down. */
final class PersonSearch {

    private final AgencyApi api;

    PersonSearch(AgencyApi api) {
        this.api = api;
    }

    /** The id of the person of this name and birth, if there is one in the account's unit. */
    Optional<String> find(String account, String givenName, String familyName, DemoBirth born)
            throws AgencyApi.NoAnswer {
        var text = givenName + " " + familyName;
        return api.post(account, "/api/cases/search", Map.of("text", text))
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("familyName").asString().equals(familyName)
                        && it.path("givenName").asString().equals(givenName)
                        && born.isOf(it))
                .map(it -> it.path("personId").asString())
                .findFirst();
    }
}
