package eu.lethe.gateway;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Understands serving the staff front end: one page for every address that the front end draws itself, never kept by the
 * browser; its files, whose names change with their contents, kept for a year.
 */
@Configuration(proxyBeanMethods = false)
class StaffPages implements WebMvcConfigurer {

    private static final ClassPathResource PAGE = new ClassPathResource("static/index.html");
    /** Not the page's: what the services, the sign-in and the operator's probes answer, and anything that looks like a file. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("/(api|actuator|oauth2|login|logout|assets)(/.*)?|.*/[^/]*\\.[^/]*");

    private final GatewaySettings gateway;

    StaffPages(GatewaySettings gateway) {
        this.gateway = gateway;
    }

    @Bean
    @Order(2)
    RouterFunction<ServerResponse> page() {
        return RouterFunctions.route()
                .route(
                        RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                                .and(StaffPages::asksForThePage),
                        this::answer)
                .build();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/*.js", "/*.svg", "/*.png", "/*.ico", "/*.txt")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
    }

    private ServerResponse answer(ServerRequest request) throws IOException {
        var host = request.uri().getHost();
        if ("localhost".equals(host) && !"localhost".equals(gateway.url().getHost())) {
            // The session cookie belongs to the address that the identity provider sends people back to.
            return ServerResponse.temporaryRedirect(atOurAddress(request.uri())).build();
        }
        if (!PAGE.exists()) {
            return Problem.Cause.NOT_FOUND.in(request.servletRequest()).asResponse();
        }
        return ServerResponse.status(HttpStatus.OK)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(PAGE.getContentAsString(StandardCharsets.UTF_8)
                        .replace("__CSP_NONCE__", ContentPolicy.nonceOf(request.servletRequest())));
    }

    private URI atOurAddress(URI asked) {
        return gateway.url().resolve(asked.getRawPath());
    }

    private static boolean asksForThePage(ServerRequest request) {
        if (request.servletRequest().getDispatcherType() == DispatcherType.ERROR) {
            return false;
        }
        var path = request.path();
        if (path.equals("/") || path.equals("/index.html")) {
            return true;
        }
        return !ELSEWHERE.matcher(path).matches()
                && request.headers().accept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }
}
