package eu.lethe.platform.web;

import eu.lethe.incoming.BeforeAnything;
import eu.lethe.incoming.Refusal;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.problem.ProblemResponses;
import jakarta.servlet.Filter;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Makes request bodies strict: unknown members, wrong types, duplicates and unclean texts are refused with 400. */
@AutoConfiguration
@EnableScheduling
@Import(BeforeAnything.class)
@EnableConfigurationProperties(BodyProperties.class)
public class WebAutoConfiguration {

    /** For what is answered before any resource is reached. */
    @Bean
    Refusal.Words refusals(ProblemResponses problems) {
        return (why, request, response) -> problems.write(
                switch (why) {
                    case UNREADABLE -> Problem.of(HttpStatus.BAD_REQUEST, "invalid-request");
                    case UNKNOWN -> Problem.notFound();
                    case FORM -> Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
                    case UNEXPECTED -> Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected");
                },
                request,
                response);
    }

    /** After the first look, so that nobody reads a body that is not bounded. */
    @Bean
    FilterRegistrationBean<Filter> boundedBodies(BodyProperties bounds, ProblemResponses problems) {
        var filter = new FilterRegistrationBean<Filter>(new BoundedBodies(bounds, problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    /** What stands in the path of an address is text like any other. */
    @Bean
    WebMvcConfigurer cleanPaths() {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry formatters) {
                formatters.addConverter(String.class, String.class, CleanText::of);
            }
        };
    }

    /** An address that the firewall refuses is answered like any other that cannot be read, and not written down. */
    @Bean
    RequestRejectedHandler refusedAddresses(ProblemResponses problems) {
        return (request, response, why) ->
                problems.write(Problem.of(HttpStatus.BAD_REQUEST, "invalid-request"), request, response);
    }

    /** Strict JSON. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return mapper -> mapper.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.OtherScalar,
                        ids -> ids.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.DateTime,
                        dates -> dates.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .addModule(new SimpleModule("clean-text")
                        .addDeserializer(String.class, new CleanText())
                        .addDeserializer(LocalDate.class, new CalendarDay()));
    }
}
