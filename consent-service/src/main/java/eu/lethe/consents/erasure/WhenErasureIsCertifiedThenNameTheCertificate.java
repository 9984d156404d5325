package eu.lethe.consents.erasure;

import eu.lethe.consents.person.Persons;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCertified;
import eu.lethe.platform.erasure.Automation;
import org.springframework.stereotype.Component;

/** Understands that whoever asks for an erased person's consents is told where the proof of the erasure is. */
@Component
final class WhenErasureIsCertifiedThenNameTheCertificate implements Automation<ErasureCertified> {

    private final Persons persons;

    WhenErasureIsCertifiedThenNameTheCertificate(Persons persons) {
        this.persons = persons;
    }

    @Override
    public Class<ErasureCertified> event() {
        return ErasureCertified.class;
    }

    @Override
    public void when(ErasureCertified certified) {
        certified
                .proven()
                .forEach(erasure -> persons.certified(certified.personIds(), erasure, certified.certificateId()));
    }
}
