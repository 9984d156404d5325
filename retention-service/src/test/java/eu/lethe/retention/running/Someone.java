package eu.lethe.retention.running;

import eu.lethe.testkit.Identity;
import java.util.List;

/** Who calls: staff and programs of the tests. */
public enum Someone {
    ADMIN("10000000-0000-4000-8000-000000000001", "retention-admin"),
    APPROVER("10000000-0000-4000-8000-000000000002", "retention-admin"),
    DPO("10000000-0000-4000-8000-000000000003", "dpo"),
    AUDITOR("10000000-0000-4000-8000-000000000004", "auditor"),
    WORKER("10000000-0000-4000-8000-000000000005", "worker"),
    LEAD("10000000-0000-4000-8000-000000000006", "lead"),
    STATISTICIAN("10000000-0000-4000-8000-000000000007", "statistician"),
    INTEGRATOR("integrator", "integrator"),
    UNDECLARED_INTEGRATOR("undeclared", "integrator"),
    UNMARKED_INTEGRATOR("unmarked", "integrator"),
    PARTNER_SERVICE("partner-service", "service"),
    CASE_SERVICE("case-service", "service"),
    CONSENT_SERVICE("consent-service", "service"),
    REPORTING_SERVICE("reporting-service", "service"),
    UNCONFIGURED_SERVICE("gateway", "service");

    private final String subject;
    private final String role;

    Someone(String subject, String role) {
        this.subject = subject;
        this.role = role;
    }

    String token(Identity identity) {
        return identity.token(subject, name(), List.of(role), null);
    }

    /** The one role. */
    public String role() {
        return role;
    }
}
