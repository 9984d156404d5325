package eu.lethe.platform.once;

import eu.lethe.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a resource the {@link SendingKey} it asks for. */
final class SendingKeyArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SendingKey.class;
    }

    @Override
    public SendingKey resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        var http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        if (!(request.getUserPrincipal() instanceof Authentication token
                && token.getPrincipal() instanceof Caller sender)) {
            throw new IllegalStateException("who sends under a key has signed in");
        }
        return SendingKey.of(
                List.of(Optional.ofNullable(request.getHeaderValues(SendingKey.HEADER))
                        .orElseGet(() -> new String[0])),
                // not the token's name, which holds roles and unit: who changes those is still the same sender
                sender.subject(),
                http.getMethod() + ' ' + http.getRequestURI());
    }
}
