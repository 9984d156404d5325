package eu.lethe.gateway;

import eu.lethe.incoming.BeforeAnything;
import eu.lethe.incoming.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Understands what is refused before anything else is done, in the gateway's words. */
@Configuration(proxyBeanMethods = false)
@Import(BeforeAnything.class)
class Refusals {

    @Bean
    Refusal.Words words() {
        return (why, request, response) -> causeOf(why).in(request).writeTo(response);
    }

    private static Problem.Cause causeOf(Refusal why) {
        return switch (why) {
            case UNREADABLE -> Problem.Cause.INVALID;
            case UNKNOWN -> Problem.Cause.NOT_FOUND;
            case FORM -> Problem.Cause.NOT_JSON;
            case UNEXPECTED -> Problem.Cause.UNEXPECTED;
        };
    }
}
