package eu.lethe.cases.referral;

import eu.lethe.platform.catalogue.CatalogueAutoConfiguration.CatalogueFiles;
import eu.lethe.platform.catalogue.CatalogueTable;
import eu.lethe.platform.catalogue.Label;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Understands how the purposes of the register are called: {@code purposes.csv}. What they permit, consent-service knows. */
@Component
class PurposeLabels {

    private final Map<String, Label> byCode = new HashMap<>();

    PurposeLabels(CatalogueFiles files) {
        CatalogueTable.read(files.file("purposes.csv"), row -> Map.entry(row.text("code"), row.label()))
                .forEach(purpose -> byCode.put(purpose.getKey(), purpose.getValue()));
    }

    /** The purpose's name; its code once it left the register. */
    String of(String code, Locale reader) {
        return Optional.ofNullable(byCode.get(code))
                .map(label -> label.in(reader))
                .orElse(code);
    }
}
