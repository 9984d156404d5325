package eu.lethe.platform.security;

import java.util.Arrays;
import java.util.Optional;

/** Understands what somebody is to the agency. */
public enum Role {
    WORKER("worker"),
    LEAD("lead"),
    DPO("dpo"),
    RETENTION_ADMIN("retention-admin"),
    STATISTICIAN("statistician"),
    AUDITOR("auditor"),
    INTEGRATOR("integrator"),
    /** Another service of Lethe, with its own client credentials. */
    SERVICE("service");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** As in tokens and in the authorisation table. */
    public String code() {
        return code;
    }

    static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
