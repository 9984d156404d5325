package eu.lethe.platform.problem;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Wires problem details. Texts: {@code messages/platform*.properties}, and {@code messages/service*} of each service. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
public class ProblemAutoConfiguration {

    /** French unless English is asked for. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.FRENCH, Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.FRENCH);
        return resolver;
    }

    /** The words. */
    @Bean
    ProblemTexts problemTexts() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/service", "messages/platform");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new ProblemTexts(messages);
    }

    /** Answers of the security filters. */
    @Bean
    ProblemResponses problemResponses(ProblemTexts texts, JsonMapper json) {
        return new ProblemResponses(texts, json);
    }

    /** Answers of resources. */
    @Bean
    ProblemAdvice problemAdvice(ProblemTexts texts) {
        return new ProblemAdvice(texts);
    }
}
