package eu.lethe.consents;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service that knows what persons allowed, and took back. */
@SpringBootApplication
public class ConsentService {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(ConsentService.class, arguments);
    }
}
