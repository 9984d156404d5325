package eu.lethe.retention;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Keeps the keys of all personal data, and forgets on time. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RetentionService {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(RetentionService.class, arguments);
    }
}
