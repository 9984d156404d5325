package eu.lethe.retention.lease;

import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Role;
import eu.lethe.retention.lease.Leases.Answer;
import eu.lethe.retention.lease.Leases.Current;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Understands what a lease needs beside a key: to whoever is outside the agency, a ground for this person, compartment and
 * recipient, as the consent register knows it now.
 */
@Component
class CoveredLeases {

    private static final int ATTEMPTS = 2;

    private final Leases leases;
    private final ConsentRegister register;
    private final LeaseProperties properties;

    CoveredLeases(Leases leases, ConsentRegister register, LeaseProperties properties) {
        this.leases = leases;
        this.register = register;
        this.properties = properties;
    }

    /**
     * Leases keys by id, and current keys by person and compartment.
     *
     * @throws eu.lethe.platform.problem.Problem 503 when it cannot be told what an outsider may have
     */
    Answer lease(Caller caller, Collection<KeyId> kids, Collection<Current> current) {
        var client = properties.of(caller.subject());
        // an integrator is outside, whatever its configuration forgot to say
        if (!client.external() && !caller.is(Role.INTEGRATOR)) {
            return leases.lease(caller.subject(), kids, current, Coverage.ofEverything());
        }
        var wanted = wanted(kids, current);
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            // outside the transaction: nobody else's answer is waited for while one is open
            var coverage = register.covering(client, wanted);
            var answer = leases.lease(caller.subject(), kids, current, coverage);
            if (coverage.isFresh()) {
                return answer;
            }
        }
        throw ConsentRegister.away();
    }

    private static List<Current> wanted(Collection<KeyId> kids, Collection<Current> current) {
        return Stream.concat(kids.stream().map(Current::of), current.stream())
                .distinct()
                .toList();
    }
}
