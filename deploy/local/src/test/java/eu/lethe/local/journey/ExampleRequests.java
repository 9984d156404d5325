package eu.lethe.local.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/** Understands what a request must hold so that only its sender is wrong. */
final class ExampleRequests {

    private static final String ID = "3c6b0e23-bf28-42f1-815a-68fecdb79373";
    private static final String DAY = "2026-01-05";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("PUT /api/cases/persons/{personId}", "{'familyName':'Autre','revisionId':'ID'}"),
            Map.entry("POST /api/cases/persons/{personId}/household/members", "{'personId':'ID'}"),
            Map.entry(
                    "PUT /api/cases/persons/{personId}/copy/decisions/{decisionId}",
                    "{'place':'contact.ID.text','digest':'" + "0".repeat(64) + "','start':0,'end':1}"),
            Map.entry(
                    "POST /api/cases/persons/{personId}/copy/confirmation",
                    "{'fingerprint':'" + "0".repeat(64) + "','decisions':[]}"),
            Map.entry("POST /api/cases/persons/{personId}/duplicates", "{'duplicateId':'ID'}"),
            Map.entry(
                    "POST /api/cases/persons/{personId}/exclusions",
                    "{'workerId':'ID','ask':'ID','reason':'relative'}"),
            Map.entry(
                    "PUT /api/cases/persons/{personId}/restriction",
                    "{'workerIds':['ID'],'ask':'ID','exceptionalAccess':false,'reason':'protection'}"),
            Map.entry(
                    "POST /api/cases/households/{householdId}/members/{membershipId}/departure",
                    "{'on':'DAY','reason':'left'}"),
            Map.entry(
                    "PUT /api/cases/households/{householdId}/members/{membershipId}/relation", "{'relation':'fille'}"),
            Map.entry("POST /api/cases/households/{householdId}/split", "{'membershipIds':['ID'],'on':'DAY'}"),
            Map.entry("POST /api/cases/files/{fileId}/referent", "{'workerId':'ID'}"),
            Map.entry("POST /api/cases/files/{fileId}/transfer", "{'unit':'south'}"),
            Map.entry("POST /api/cases/files/{fileId}/closing", "{'reason':'goals-reached'}"),
            Map.entry(
                    "POST /api/cases/files/{fileId}/exceptional-access",
                    "{'reason':'emergency','reasonText':'La personne est à la porte.'}"),
            Map.entry("POST /api/cases/search/elsewhere", "{'text':'Inconnue Personne'}"),
            Map.entry(
                    "POST /api/cases/search/elsewhere/{lookId}/exceptional-access",
                    "{'reason':'emergency','reasonText':'La personne est à la porte.'}"),
            Map.entry("POST /api/cases/files/{fileId}/contacts", "{'date':'DAY','text':'Passage.'}"),
            Map.entry(
                    "PUT /api/cases/files/{fileId}/contacts/{contactId}",
                    "{'revisionId':'ID','date':'DAY','text':'Passage.','reason':'typing-error'}"),
            Map.entry(
                    "PUT /api/cases/files/{fileId}/contacts/{contactId}/codes", "{'codingId':'ID','codes':['P03.4']}"),
            Map.entry(
                    "POST /api/cases/files/{fileId}/contacts/{contactId}/withdrawal", "{'reason':'recorded-in-error'}"),
            Map.entry("PUT /api/cases/files/{fileId}/drafts/{kind}", "{'draft':{'text':'Brouillon'}}"),
            Map.entry(
                    "POST /api/cases/files/{fileId}/assessments",
                    "{'date':'DAY','sections':[{'text':'Vu.'}],'goals':[]}"),
            Map.entry(
                    "PUT /api/cases/files/{fileId}/assessments/{assessmentId}",
                    "{'revisionId':'ID','date':'DAY','sections':[{'text':'Vu.'}],'goals':[]}"),
            Map.entry(
                    "POST /api/cases/files/{fileId}/referrals",
                    "{'recipient':'partners','compartments':['identity'],'text':'Merci.','date':'DAY','followUpOn':'DAY'}"),
            Map.entry(
                    "POST /api/cases/files/{fileId}/referrals/check",
                    "{'recipient':'partners','compartments':['identity']}"),
            Map.entry(
                    "POST /api/cases/files/{fileId}/referrals/{referralId}/answers",
                    "{'outcome':'accepted','answeredOn':'DAY'}"),
            Map.entry(
                    "POST /api/cases/files/{fileId}/third-party",
                    "{'receivedOn':'DAY','text':'Dit.','reliability':'hearsay','source':{'kind':'neighbour'}}"),
            Map.entry("POST /api/cases/files/{fileId}/third-party/{informationId}/notice", "{'on':'DAY'}"),
            Map.entry(
                    "POST /api/cases/files/{fileId}/third-party/{informationId}/notice-exception",
                    "{'reason':'secrecy','reasonText':'Secret.'}"),
            Map.entry("POST /api/cases/files/{fileId}/third-party/{informationId}/review", "{'outcome':'kept'}"),
            Map.entry("POST /api/consents", "{'personId':'{personId}','purpose':'contact-reminders'}"));

    private static final byte[] PDF = """
            %PDF-1.7
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """.getBytes(UTF_8);

    private ExampleRequests() {}

    /** Sends the operation with what it needs, about a record. */
    static Caller.Answer send(Caller caller, Operation operation, Map<String, String> ids) {
        if (operation.path().endsWith("/attachments")) {
            return caller.send(
                    operation.method(),
                    operation.at(ids),
                    Map.of("Content-Type", "application/octet-stream", "Lethe-File-Name", "loyer.pdf"),
                    PDF);
        }
        return caller.send(operation.method(), operation.at(ids) + query(operation, ids), JSON, body(operation, ids));
    }

    /** Sends the operation with nothing in it: enough to see who is let in, and nothing happens. */
    static Caller.Answer sendEmpty(Caller caller, Operation operation, Map<String, String> ids) {
        var body = operation.method().equals("GET") || operation.method().equals("DELETE") ? "" : "{}";
        return caller.send(operation.method(), operation.at(ids) + query(operation, ids), JSON, body.getBytes(UTF_8));
    }

    private static byte[] body(Operation operation, Map<String, String> ids) {
        if (operation.method().equals("GET") || operation.method().equals("DELETE")) {
            return new byte[0];
        }
        return BODIES.getOrDefault(operation.name(), "{}")
                .replace('\'', '"')
                .replace("DAY", DAY)
                .replace("ID", ID)
                .replace("{personId}", ids.getOrDefault("personId", ID))
                .getBytes(UTF_8);
    }

    private static String query(Operation operation, Map<String, String> ids) {
        return switch (operation.name()) {
            case "GET /api/consents" -> "?personId=" + ids.getOrDefault("personId", ID);
            case "DELETE /api/cases/files/{fileId}/drafts/{kind}", "DELETE /api/cases/persons/{personId}/restriction" ->
                "?revisionId=" + ID;
            default -> "";
        };
    }
}
