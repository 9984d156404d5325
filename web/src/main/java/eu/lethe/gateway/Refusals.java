package eu.lethe.gateway;

import eu.lethe.incoming.FirstLook;
import eu.lethe.incoming.Refusal;
import eu.lethe.incoming.RefusedByServer;
import jakarta.servlet.Filter;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Understands what is refused before anything else is done, in the gateway's words. */
@Configuration(proxyBeanMethods = false)
class Refusals {

    @Bean
    Refusal.Words words() {
        return (why, request, response) -> causeOf(why).in(request).writeTo(response);
    }

    @Bean
    FilterRegistrationBean<Filter> firstLook(Refusal.Words words) {
        var filter = new FilterRegistrationBean<Filter>(new FirstLook(words));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> refusedByServer(Refusal.Words words) {
        return RefusedByServer.in(words);
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
