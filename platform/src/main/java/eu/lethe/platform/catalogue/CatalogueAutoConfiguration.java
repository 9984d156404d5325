package eu.lethe.platform.catalogue;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** Reads the catalogue at start, from {@code lethe.catalogue} (by default the one that ships with the product). */
@AutoConfiguration
public class CatalogueAutoConfiguration {

    private final ResourceLoader resources;
    private final String location;

    CatalogueAutoConfiguration(
            ResourceLoader resources, @Value("${lethe.catalogue:classpath:catalogue/}") String location) {
        this.resources = resources;
        this.location = location;
    }

    /** Where a catalogue file is, for the services' own tables. */
    @Bean
    CatalogueFiles catalogueFiles() {
        return name -> file(name);
    }

    /** The agency's units. */
    @Bean
    Units units() {
        return new Units(CatalogueTable.read(file("units.csv"), Units::row));
    }

    /** Services of the agency, and partners. */
    @Bean
    Recipients recipients() {
        return Recipients.read(file("recipients.csv"));
    }

    /** Codes and areas; an agency that has its own says so in {@code lethe.nomenclature}. */
    @Bean
    Nomenclature nomenclature(@Value("${lethe.nomenclature:}") String own) {
        return Nomenclature.read(
                file("areas.csv"), own.isBlank() ? file("nomenclature.csv") : resources.getResource(own));
    }

    private Resource file(String name) {
        return resources.getResource(location + name);
    }

    /** Understands where the files of the catalogue are. */
    @FunctionalInterface
    public interface CatalogueFiles {

        /** The file of this name, e.g. {@code purposes.csv}. */
        Resource file(String name);
    }
}
