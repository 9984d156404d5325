package eu.lethe.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import java.net.URI;
import java.net.http.HttpClient;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Understands which service answers which path: /api/cases is case-service's, and so on. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    @Order(1)
    RouterFunction<ServerResponse> services(
            GatewaySettings gateway, SessionToken sessionToken, ServiceAway serviceAway) {
        return gateway.services().entrySet().stream()
                .map(service -> route(service.getKey(), service.getValue(), sessionToken, serviceAway))
                .reduce(RouterFunction::and)
                .orElseThrow(() -> new IllegalStateException("lethe.gateway.services names no service"));
    }

    private static RouterFunction<ServerResponse> route(
            String name, URI address, SessionToken sessionToken, ServiceAway serviceAway) {
        return GatewayRouterFunctions.route(name)
                .route(RequestPredicates.path("/api/%s/**".formatted(name)), http())
                .filter(serviceAway)
                .filter(sessionToken)
                .before(uri(address))
                .build();
    }

    /** The services speak HTTP/1.1; asking each for an upgrade would only cost. */
    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> plainHttp() {
        return builder -> builder.withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1));
    }
}
