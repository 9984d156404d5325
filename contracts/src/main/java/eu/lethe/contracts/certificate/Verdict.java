package eu.lethe.contracts.certificate;

import java.util.List;

/**
 * Understands whether a certificate holds, and says why to a person.
 *
 * @param valid whether everything holds
 * @param findings one sentence each
 */
public record Verdict(boolean valid, List<String> findings) {

    /** Copies the list. */
    public Verdict {
        findings = List.copyOf(findings);
    }

    static Verdict invalid(String finding) {
        return new Verdict(false, List.of(finding));
    }
}
