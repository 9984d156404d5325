package eu.lethe.reporting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service that counts: figures of everybody, pointing to nobody. */
@SpringBootApplication
public class ReportingService {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(ReportingService.class, arguments);
    }
}
