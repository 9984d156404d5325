package eu.lethe.cases.referral;

import eu.lethe.platform.catalogue.Recipients;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows whom a person may be referred to. */
@RestController
class RecipientResource {

    record RecipientItems(List<RecipientView> items) {}

    /** A recipient. */
    record RecipientView(String code, String label, Recipients.Kind kind) {}

    private final Recipients recipients;

    RecipientResource(Recipients recipients) {
        this.recipients = recipients;
    }

    /** Services of the agency, and partners. */
    @GetMapping("/api/cases/recipients")
    RecipientItems recipients(Locale reader) {
        return new RecipientItems(recipients.all().stream()
                .map(recipient ->
                        new RecipientView(recipient.code(), recipient.label().in(reader), recipient.kind()))
                .toList());
    }
}
