package eu.lethe.platform.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Lets the OpenAPI document say of records what their code says. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class OpenApiAutoConfiguration {

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider json) {
        return new ModelResolver(json.jsonMapper(), new SchemaNames());
    }

    @Bean
    CodeLists codeLists() {
        return new CodeLists();
    }

    @Bean
    RequiredMembers requiredMembers() {
        return new RequiredMembers();
    }
}
