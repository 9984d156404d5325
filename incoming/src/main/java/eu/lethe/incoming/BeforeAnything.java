package eu.lethe.incoming;

import jakarta.servlet.Filter;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts in front of everything else what looks at a request first, in the words of whoever answers. */
@Configuration(proxyBeanMethods = false)
public class BeforeAnything {

    @Bean
    FilterRegistrationBean<Filter> firstLook(Refusal.Words words) {
        var filter = new FilterRegistrationBean<Filter>(new FirstLook(words));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Before any filter. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> refusedByServer(Refusal.Words words) {
        return RefusedByServer.in(words);
    }
}
