package eu.lethe.contracts.events.cases;

/**
 * Understands what a third party said; always sealed in {@code third-party}, under the source's key and the person's.
 *
 * @param reliability {@code first-hand}, {@code hearsay}, {@code unverified} or {@code contradicted}
 */
public record Reported(String text, String reliability) {

    @Override
    public String toString() {
        return "Reported[…]";
    }
}
