package eu.lethe.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Understands that a service may be down or slow, and says so in words instead of a stack trace. */
@Component
class ServiceAway implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceAway.class);

    private final MeterRegistry meters;

    ServiceAway(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        try {
            return new RelayedAnswer(next.handle(request));
        } catch (ResourceAccessException failure) {
            var ended = PassingBody.endOf(request.servletRequest());
            if (ended.isPresent()) {
                // the caller's doing, not the service's
                return ended.get().in(request.servletRequest()).asResponse();
            }
            var service = String.valueOf(request.attributes().get(MvcUtils.GATEWAY_ROUTE_ID_ATTR));
            var cause = causeOf(failure);
            meters.counter("lethe.gateway.away", "service", service).increment();
            LOG.warn("No answer from {}: {}", service, cause);
            return cause.in(request.servletRequest()).asResponse();
        }
    }

    private static Problem.Cause causeOf(ResourceAccessException failure) {
        return failure.getCause() instanceof HttpTimeoutException late && !(late instanceof HttpConnectTimeoutException)
                ? Problem.Cause.NO_ANSWER
                : Problem.Cause.SERVICE_AWAY;
    }
}
