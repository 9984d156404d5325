package eu.lethe.platform.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;

/** Understands whom a person may be referred to, and what is handed to: {@code recipients.csv}. */
public final class Recipients {

    /** Where a recipient is. */
    public enum Kind {
        /** A service of the agency: what it gets does not leave the house. */
        AGENCY,
        /** Somebody outside, who gets data on a legal basis or with a consent. */
        PARTNER;

        static Kind of(String text) {
            return switch (text) {
                case "agency" -> AGENCY;
                case "partner" -> PARTNER;
                default -> throw new IllegalArgumentException("kind is neither agency nor partner");
            };
        }

        /** As written in the catalogue and the API. */
        @JsonValue
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One recipient. */
    public record Recipient(String code, Kind kind, Label label) {}

    private final Map<String, Recipient> byCode = new LinkedHashMap<>();

    private Recipients(List<Recipient> recipients) {
        recipients.forEach(recipient -> {
            if (byCode.put(recipient.code(), recipient) != null) {
                throw new IllegalArgumentException("recipients.csv names " + recipient.code() + " twice");
            }
        });
    }

    /**
     * Reads the file.
     *
     * @throws InvalidCatalogue naming file and line
     */
    public static Recipients read(Resource file) {
        return new Recipients(CatalogueTable.read(
                file, row -> new Recipient(row.text("code"), Kind.of(row.text("kind")), row.label())));
    }

    /** In the order of the file. */
    public List<Recipient> all() {
        return List.copyOf(byCode.values());
    }

    /** The recipient of a code. */
    public Optional<Recipient> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
