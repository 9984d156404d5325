package eu.lethe.platform.security;

import eu.lethe.platform.web.CleanText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** Understands an accepted bearer token as a {@link Caller}. */
final class CallerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    private CallerToken(Caller caller) {
        super(caller.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.code()))
                .toList());
        this.caller = caller;
        setAuthenticated(true);
    }

    /** Reads the claims {@code sub}, {@code name}, {@code roles} and {@code unit}. */
    static Converter<Jwt, AbstractAuthenticationToken> fromClaims() {
        return token -> {
            var subject = Optional.ofNullable(token.getSubject()).orElse("");
            return new CallerToken(new Caller(
                    subject,
                    Optional.ofNullable(token.getClaimAsString("name"))
                            .map(CleanText::of)
                            .filter(name -> !name.isEmpty())
                            .orElse(subject),
                    roles(token.getClaimAsStringList("roles")),
                    token.getClaimAsString("unit")));
        };
    }

    private static Set<Role> roles(@org.jspecify.annotations.Nullable List<String> codes) {
        return Optional.ofNullable(codes).orElse(List.of()).stream()
                .flatMap(code -> Role.of(code).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof CallerToken token && token.caller.equals(caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
