package eu.lethe.consents.purpose;

import eu.lethe.platform.catalogue.CatalogueAutoConfiguration.CatalogueFiles;
import eu.lethe.platform.catalogue.CatalogueTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the register of purposes at start. */
@Configuration(proxyBeanMethods = false)
class PurposeConfiguration {

    @Bean
    Purposes purposes(CatalogueFiles catalogue) {
        return new Purposes(CatalogueTable.read(catalogue.file("purposes.csv"), Purpose::row));
    }
}
