package eu.lethe.contracts.events.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.sealing.Compartment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a human read. */
public sealed interface AccessEvent extends DomainEvent {

    /**
     * A member of staff opened personal data. It is the entry of a service's access journal: a Merkle tree (RFC 9162) whose
     * leaves are the salted entries.
     *
     * @param accessId the entry
     * @param personIds whose data: one person of a file, all persons of a list
     * @param fileId the file, if it was one file's
     * @param readerId who
     * @param role as what
     * @param unit of which unit
     * @param compartments what
     * @param reason why: {@code file}, {@code person}, {@code list}, {@code search}, {@code correction}, {@code attachment},
     *     {@code export}, {@code print}, {@code readers}, {@code import} or {@code consents}
     * @param exceptionalAccessId the exceptional access it rests on, if it does
     * @param by the service whose journal it is
     * @param index of the entry in that journal, from 0
     * @param leaf the entry's hash, base64url
     * @param root of the tree with this entry as its last, base64url
     * @param signature of the service over index, leaf and root: the id of its key, a dot, Ed25519 base64url
     */
    record PersonalDataOpened(
            UUID accessId,
            List<UUID> personIds,
            @Nullable UUID fileId,
            UUID readerId,
            String role,
            @Nullable String unit,
            List<Compartment> compartments,
            String reason,
            @Nullable UUID exceptionalAccessId,
            String by,
            long index,
            String leaf,
            String root,
            @Nullable String signature,
            Instant at)
            implements AccessEvent {

        /** Copies the lists. */
        public PersonalDataOpened {
            personIds = List.copyOf(personIds);
            compartments = List.copyOf(compartments);
        }

        /** The file, or the one person, or the entry itself when it is about several. */
        @Override
        @JsonIgnore
        public UUID subject() {
            if (fileId != null) {
                return fileId;
            }
            return personIds.size() == 1 ? personIds.getFirst() : accessId;
        }
    }
}
