package eu.lethe.cases.erasure;

import static eu.lethe.platform.erasure.SealedColumn.emptied;
import static eu.lethe.platform.erasure.SealedColumn.keyOfItsRow;
import static eu.lethe.platform.erasure.SealedColumn.named;
import static eu.lethe.platform.erasure.SealedColumn.withItsRow;
import static eu.lethe.platform.erasure.SealedColumn.withItsRowInSmall;

import eu.lethe.platform.erasure.SealedColumn;
import eu.lethe.platform.erasure.SealedColumns;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Understands where the tables of this service hold what is sealed. */
@Configuration(proxyBeanMethods = false)
public class SealedColumnsOfCases {

    /** Every place. */
    public static final List<SealedColumn> ALL = List.of(
            named("person", "identity"),
            named("person", "demographics"),
            emptied("household_member", "relation"),
            emptied("exceptional_access", "reason_text"),
            named("contact", "text"),
            named("contact", "codes"),
            named("contact", "health_codes"),
            emptied("contact", "circumstances"),
            emptied("contact_revision", "text"),
            emptied("contact_revision", "circumstances"),
            emptied("contact_revision", "reason_text"),
            emptied("attachment", "details"),
            keyOfItsRow("attachment_content", "key_id"),
            withItsRowInSmall("draft", "draft"),
            withItsRowInSmall("draft_key", "sealed"),
            emptied("assessment", "assessment"),
            emptied("referral", "letter"),
            emptied("referral_answer", "answer"),
            emptied("third_party_information", "said"),
            emptied("third_party_information", "source"),
            emptied("third_party_information", "exception_text"),
            withItsRow("copy_decision", "decision"),
            withItsRow("copy_confirmation", "state"));

    @Bean
    SealedColumns sealedColumns(JdbcClient database) {
        return new SealedColumns(database, ALL);
    }
}
