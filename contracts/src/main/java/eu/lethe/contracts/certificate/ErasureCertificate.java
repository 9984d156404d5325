package eu.lethe.contracts.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands what the agency states about one erasure, from state that it verified. No personal data, and no id of a
 * person: keys stand here as salted hashes, whose salts stay with the agency.
 *
 * @param reason {@code deadline}, {@code right-exercised}, {@code consent-withdrawn}, {@code recorded-in-error} or
 *     {@code after-restore}
 * @param takenUp set when a database was put back that no longer knew the erasure which had removed the keys
 * @param decided who asked for it and who approved it, by their roles; absent where nobody knows any more, and in certificates
 *     from before it was written down
 * @param persons of how many persons keys were removed
 * @param removed SHA-256 over a random salt and the key's id, base64url, sorted
 * @param confirmedBy who said that their copies are gone
 * @param notified who once leased such a key, was told, and did not confirm
 * @param late which services had not caught up with the suspension when keys were removed without waiting for them any longer;
 *     absent where that was not written down
 * @param ledgerSize how many keys had been removed in all when the certificate was issued
 * @param knownByHash how many certificates of the list the agency's database knows by their hashes alone, since it was put back:
 *     this one may be the second of its erasure; absent when there is none
 * @param limits what this certificate cannot claim, in words
 * @param limitsInFrench the same in French; absent in certificates from before they were translated
 */
@JsonPropertyOrder({
    "certificateId",
    "erasureId",
    "reason",
    "issuedAt",
    "takenUp",
    "decided",
    "persons",
    "keys",
    "byRule",
    "byUnit",
    "byCompartment",
    "horizon",
    "verified",
    "confirmedBy",
    "notified",
    "late",
    "ledgerSize",
    "knownByHash",
    "removed",
    "limits",
    "limitsInFrench"
})
public record ErasureCertificate(
        UUID certificateId,
        UUID erasureId,
        String reason,
        Instant issuedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TakenUp takenUp,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Decided decided,

        int persons,
        int keys,
        List<ByRule> byRule,
        List<Count> byUnit,
        List<Count> byCompartment,
        Horizon horizon,
        Verified verified,
        List<Confirmation> confirmedBy,
        List<String> notified,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> late,

        long ledgerSize,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer knownByHash,

        List<String> removed,
        List<String> limits,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> limitsInFrench) {

    /** Copies the lists. */
    public ErasureCertificate {
        Objects.requireNonNull(certificateId);
        Objects.requireNonNull(erasureId);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(issuedAt);
        Objects.requireNonNull(horizon);
        Objects.requireNonNull(verified);
        byRule = List.copyOf(byRule);
        byUnit = List.copyOf(byUnit);
        byCompartment = List.copyOf(byCompartment);
        confirmedBy = List.copyOf(confirmedBy);
        notified = List.copyOf(notified);
        removed = List.copyOf(removed);
        limits = List.copyOf(limits);
    }

    /**
     * That an erasure was brought to its end after a database was put back that did not know it, by what the ledger of removed
     * keys says.
     *
     * @param erasureId under which the keys had been removed
     */
    @JsonPropertyOrder({"erasureId", "at"})
    public record TakenUp(UUID erasureId, Instant at) {}

    /**
     * That two different persons of the agency decided, by the codes of their roles.
     */
    @JsonPropertyOrder({"askedBy", "approvedBy"})
    public record Decided(String askedBy, String approvedBy) {}

    /**
     * How many persons fall under a rule of the schedule, or under the reason where no rule asked for it.
     *
     * @param french the rule's name; absent where there is no rule, like the two that follow
     * @param english the same
     * @param legalSource on which text the rule rests
     */
    @JsonPropertyOrder({"code", "count", "french", "english", "legalSource"})
    public record ByRule(
            String code,
            int count,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String french,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String english,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String legalSource) {}

    /** How many persons, or keys, fall under a code. */
    @JsonPropertyOrder({"code", "count"})
    public record Count(String code, int count) {}

    /**
     * Since when the data cannot be read: from the live system since the keys were removed, from a backup since the epoch
     * keys that had wrapped them were destroyed.
     *
     * @param store the kind of store the epoch keys were in, e.g. {@code pkcs12-file}
     */
    @JsonPropertyOrder({"removedFrom", "removedTo", "epochs", "store"})
    public record Horizon(LocalDate removedFrom, LocalDate removedTo, List<DestroyedEpoch> epochs, String store) {

        /** Copies the list. */
        public Horizon {
            Objects.requireNonNull(removedFrom);
            Objects.requireNonNull(removedTo);
            epochs = List.copyOf(epochs);
        }
    }

    /** One epoch key that is gone. */
    @JsonPropertyOrder({"epoch", "destroyedAt"})
    public record DestroyedEpoch(int epoch, Instant destroyedAt) {}

    /**
     * What was looked at before this was signed.
     *
     * @param rowsAbsent how many keys were looked for and not found
     * @param leasesRefused how many were asked for as a service would, and refused
     * @param sampleUnreadable how many removed keys were tried against every epoch key left, and stayed shut
     */
    @JsonPropertyOrder({"rowsAbsent", "leasesRefused", "sampleUnreadable", "oldestEpochKept"})
    public record Verified(
            int rowsAbsent,
            int leasesRefused,
            int sampleUnreadable,
            @Nullable Integer oldestEpochKept) {}

    /** One service's word. */
    @JsonPropertyOrder({"by", "purgedAt", "prunedAt"})
    public record Confirmation(
            String by, @Nullable Instant purgedAt, @Nullable Instant prunedAt) {}
}
