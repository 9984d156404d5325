package eu.lethe.cases;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts case-service. */
@SpringBootApplication
public class CaseService {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(CaseService.class, arguments);
    }
}
