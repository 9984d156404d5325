package eu.lethe.retention.keys;

import eu.lethe.retention.RetentionService;
import eu.lethe.retention.epoch.LedgerHead;
import eu.lethe.retention.epoch.LedgerHeads;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Understands a retention-service that ends without a word at one point of a removal, as if it were killed there: between the
 * commit that deletes keys, Kafka's word, the head and what the erasure says.
 */
public final class KilledAt {

    /** Where it ends. */
    public enum Point {
        /** The rows are gone and the entries committed; Kafka was told nothing. */
        COMMITTED,
        /** Kafka has the entries; the head is the old one. */
        ACKNOWLEDGED,
        /** The head was replaced; Kafka does not have it. */
        HEAD_REPLACED,
        /** Kafka has the head; the erasure has said nothing. */
        HEAD_PUBLISHED
    }

    private static final String POINT = "lethe.killed-at";
    private static final int AS_A_KILL = 137;

    private record Watched(LedgerHeads heads) implements LedgerHeads {

        @Override
        public Optional<LedgerHead> current() {
            return heads.current();
        }

        @Override
        public void advance(LedgerHead head) {
            reached(Point.ACKNOWLEDGED);
            heads.advance(head);
            reached(Point.HEAD_REPLACED);
        }

        @Override
        public String signed(LedgerHead head) {
            return heads.signed(head);
        }

        @Override
        public Optional<LedgerHead> read(String statement) {
            return heads.read(statement);
        }
    }

    private static final class Deadly extends Settlement {

        private final KeyLedger ledger;
        private final LedgerHeads heads;

        Deadly(KeyLedger ledger, LedgerTopic topic, LedgerHeads heads) {
            super(ledger, topic, new Watched(heads));
            this.ledger = ledger;
            this.heads = heads;
        }

        @Override
        void settle() {
            if (ledger.links(heads.current().orElse(LedgerHead.NONE)).isEmpty()) {
                return;
            }
            reached(Point.COMMITTED);
            super.settle();
            reached(Point.HEAD_PUBLISHED);
        }
    }

    private static void reached(Point point) {
        if (point.name().equals(System.getProperty(POINT))) {
            Runtime.getRuntime().halt(AS_A_KILL);
        }
    }

    /** Starts it. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(RetentionService.class, KilledAt.class).run(arguments);
    }

    /** As an option of Java's. */
    public static String option(Point point) {
        return "-D" + POINT + "=" + point;
    }

    @Bean
    @Primary
    Settlement deadly(KeyLedger ledger, LedgerTopic topic, LedgerHeads heads) {
        return new Deadly(ledger, topic, heads);
    }
}
