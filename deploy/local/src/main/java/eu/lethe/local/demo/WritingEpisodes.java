package eu.lethe.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Understands writing down, through the API, what else is in a file; what an earlier attempt wrote is asked of the service. */
final class WritingEpisodes {

    private final AgencyApi api;
    private final LoadJournal journal;
    private final PersonSearch search;

    WritingEpisodes(AgencyApi api, LoadJournal journal, PersonSearch search) {
        this.api = api;
        this.journal = journal;
        this.search = search;
    }

    void write(DemoPerson person, String account, String personId, String fileId, boolean unsure)
            throws AgencyApi.NoAnswer {
        var episodes = person.episodes();
        var file = "/api/cases/files/" + fileId;
        if (episodes.partner() != null) {
            partner(person, account, personId, episodes.partner(), unsure);
        }
        if (episodes.report() != null) {
            report(person, account, file, episodes.report(), unsure);
        }
        if (episodes.assessment() != null) {
            once(person, account, file + "/assessments", assessment(episodes.assessment()), "assessment", unsure);
        }
        if (episodes.referral() != null) {
            once(person, account, file + "/referrals", referral(episodes.referral()), "referral", unsure);
        }
    }

    private void report(DemoPerson person, String account, String file, Episodes.Report report, boolean unsure)
            throws AgencyApi.NoAnswer {
        var source = new HashMap<String, Object>(Map.of("kind", report.kind()));
        AgencyApi.putIfKnown(source, "name", report.source());
        var body = Map.of(
                "receivedOn",
                report.receivedOn().toString(),
                "text",
                report.text(),
                "reliability",
                report.reliability(),
                "source",
                source);
        var id = once(person, account, file + "/third-party", body, "information", unsure);
        if (report.told() && journal.id("notice", person.index()).isEmpty()) {
            var told = Map.of("on", report.receivedOn().plusDays(12).toString());
            var answer = api.post(account, file + "/third-party/" + id + "/notice", told);
            if (!answer.succeeded() && answer.status() != 409) {
                throw answer.refusal("a notice");
            }
            journal.id("notice", person.index(), id);
        }
    }

    private void partner(DemoPerson person, String account, String personId, Episodes.Partner partner, boolean unsure)
            throws AgencyApi.NoAnswer {
        if (journal.id("member", person.index()).isPresent()) {
            return;
        }
        var household = "/api/cases/persons/" + personId + "/household";
        if (unsure && api.get(account, household).body().path("members").size() > 1) {
            journal.id("member", person.index(), personId);
            return;
        }
        var partnerId = journal.id("partner", person.index()).orElse(null);
        if (partnerId == null) {
            partnerId = unsure
                    ? search.find(account, partner.givenName(), partner.familyName(), partner.born())
                            .orElse(null)
                    : null;
        }
        if (partnerId == null) {
            var identity = new HashMap<String, Object>(partner.born().written());
            identity.put("familyName", partner.familyName());
            identity.put("givenName", partner.givenName());
            partnerId = api.post(account, "/api/cases/persons", identity)
                    .created("a partner")
                    .text("personId");
        }
        journal.id("partner", person.index(), partnerId);
        var member = Map.of(
                "personId",
                partnerId,
                "since",
                partner.since().toString(),
                "relation",
                "vit en couple avec la personne");
        var answer = api.post(account, household + "/members", member);
        if (answer.status() != 409) {
            answer.created("a member of a household");
        }
        journal.id("member", person.index(), partnerId);
    }

    /** The id of the one record of this kind in the file, written now unless it is there. */
    private String once(
            DemoPerson person, String account, String path, Map<String, ?> body, String kind, boolean unsure)
            throws AgencyApi.NoAnswer {
        var known = journal.id(kind, person.index());
        if (known.isPresent()) {
            return known.get();
        }
        var member = kind + "Id";
        var there = unsure
                ? api.get(account, path)
                        .body()
                        .path("items")
                        .path(0)
                        .path(member)
                        .asString()
                : "";
        var id = there.isEmpty()
                ? api.post(account, path, body)
                        .created("a record of kind " + kind)
                        .text(member)
                : there;
        journal.id(kind, person.index(), id);
        return id;
    }

    private static Map<String, ?> assessment(Episodes.Assessment assessment) {
        return Map.of(
                "date",
                assessment.date().toString(),
                "sections",
                List.of(
                        Map.of("heading", "Situation", "text", assessment.situation()),
                        Map.of("heading", "Ce que nous en comprenons", "text", assessment.analysis())),
                "goals",
                List.of(Map.of("text", assessment.goal(), "by", assessment.by().toString())));
    }

    private static Map<String, ?> referral(Episodes.Referral referral) {
        return Map.of(
                "recipient",
                referral.recipient(),
                "compartments",
                List.of("identity"),
                "text",
                referral.text(),
                "date",
                referral.date().toString(),
                "followUpOn",
                referral.followUpOn().toString());
    }
}
