package eu.lethe.gateway;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/**
 * Understands which headers cross the gateway: those on two short lists. A service never sees a cookie, a browser never gets
 * one from a service, and nobody can claim to have been forwarded.
 */
@Configuration(proxyBeanMethods = false)
class RelayedHeaders {

    private static final Set<String> TO_SERVICES = caseless(
            "Accept",
            "Accept-Language",
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Lethe-File-Name",
            "traceparent",
            "tracestate",
            "X-Request-Id");
    private static final Set<String> TO_CALLERS = caseless(
            "Allow",
            "Content-Disposition",
            "Content-Encoding",
            "Content-Language",
            "Content-Length",
            "Content-Type",
            "ETag",
            "Last-Modified",
            "Lethe-Next",
            "Link",
            "Location",
            "Retry-After",
            "Vary",
            "WWW-Authenticate",
            "X-Request-Id");

    @Bean
    RequestHttpHeadersFilter towardsServices() {
        return (headers, request) -> only(headers, TO_SERVICES);
    }

    @Bean
    ResponseHttpHeadersFilter towardsCallers() {
        return (headers, response) -> {
            var kept = only(headers, TO_CALLERS);
            var location = kept.getFirst(HttpHeaders.LOCATION);
            if (location != null) {
                kept.set(HttpHeaders.LOCATION, pathOf(location));
            }
            return kept;
        };
    }

    /** Where a service lives is its own affair: callers get the path, which is the same here as there. */
    private static String pathOf(String location) {
        var uri = URI.create(location);
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static HttpHeaders only(HttpHeaders all, Set<String> names) {
        var kept = new HttpHeaders();
        all.forEach((name, values) -> {
            if (names.contains(name)) {
                kept.addAll(name, values);
            }
        });
        return kept;
    }

    private static Set<String> caseless(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
