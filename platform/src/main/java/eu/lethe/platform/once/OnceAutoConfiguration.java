package eu.lethe.platform.once;

import eu.lethe.platform.time.BusinessClock;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Wires what is recorded once however often it is sent. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class OnceAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(SendingKey.class);
    }

    @Bean
    SentKeys sentKeys(JdbcClient database, BusinessClock clock) {
        return new SentKeys(database, clock, SentKeys.PATIENCE);
    }

    @Bean
    TakesKeys takesKeys(SentKeys keys) {
        return new TakesKeys(keys);
    }

    /** Where erasures are heard of. */
    @Bean
    @ConditionalOnProperty("lethe.retention.url")
    WhenKeysAreRemovedThenForgetAnswers whenKeysAreRemovedThenForgetAnswers(SentKeys keys) {
        return new WhenKeysAreRemovedThenForgetAnswers(keys);
    }

    /** Asked by whatever resource records something new. */
    @Bean
    SentOnce sentOnce(SentKeys keys, JsonMapper json) {
        return new SentOnce(keys, json);
    }

    /** Lets resources take a {@link SendingKey}. */
    @Bean
    WebMvcConfigurer sendingKeyArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new SendingKeyArgument());
            }
        };
    }

    /** The header, where it is taken. */
    @Bean
    OperationCustomizer sendingKeyInDocument() {
        return (operation, method) -> {
            var taken = Arrays.stream(method.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType() == SendingKey.class);
            return taken
                    ? operation.addParametersItem(new HeaderParameter()
                            .name(SendingKey.HEADER)
                            .required(false)
                            .description(
                                    "Sent again under the same key within thirty days, the same is recorded once and"
                                            + " answered alike; something else is refused with 422. Of the sender's own making"
                                            + " and choice, bare or between double quotes.")
                            .schema(new StringSchema().pattern("^\"?" + SendingKey.WRITTEN + "\"?$")))
                    : operation;
        };
    }
}
