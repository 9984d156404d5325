package eu.lethe.consents.purpose;

import eu.lethe.platform.catalogue.CatalogueAutoConfiguration.CatalogueFiles;
import eu.lethe.platform.catalogue.CatalogueTable;
import eu.lethe.platform.catalogue.Recipients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the register of purposes at start. */
@Configuration(proxyBeanMethods = false)
class PurposeConfiguration {

    @Bean
    Purposes purposes(CatalogueFiles catalogue, Recipients recipients) {
        return new Purposes(CatalogueTable.read(catalogue.file("purposes.csv"), row -> Purpose.row(row, recipients)));
    }
}
