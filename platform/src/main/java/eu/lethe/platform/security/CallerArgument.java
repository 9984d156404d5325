package eu.lethe.platform.security;

import eu.lethe.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a resource the {@link Caller} it asks for, and remembers staff by name. */
final class CallerArgument implements HandlerMethodArgumentResolver {

    private final StaffDirectory staff;

    CallerArgument(StaffDirectory staff) {
        this.staff = staff;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token) {
            staff.learn(token.getPrincipal());
            return token.getPrincipal();
        }
        throw Problem.forbidden();
    }
}
