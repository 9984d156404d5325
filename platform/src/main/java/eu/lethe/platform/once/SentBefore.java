package eu.lethe.platform.once;

/**
 * What was recorded under a key.
 *
 * @param body the digest of what was sent
 * @param answer as it was given
 */
record SentBefore(String body, String answer) {

    @Override
    public String toString() {
        return "SentBefore[…]";
    }
}
