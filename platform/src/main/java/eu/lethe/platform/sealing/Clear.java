package eu.lethe.platform.sealing;

/**
 * Understands personal data in clear on its way to being sealed. It prints nothing, has no equality and no JSON form, so
 * that a command that carries it can be logged without harm.
 *
 * @param <T> what is carried
 */
public final class Clear<T> {

    private final T value;

    private Clear(T value) {
        this.value = value;
    }

    /** Wraps a value. */
    public static <T> Clear<T> of(T value) {
        return new Clear<>(value);
    }

    T value() {
        return value;
    }

    @Override
    public String toString() {
        return "Clear[…]";
    }
}
