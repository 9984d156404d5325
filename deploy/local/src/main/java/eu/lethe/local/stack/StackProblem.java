package eu.lethe.local.stack;

/** Understands what stands in the way, in one sentence that ends with the remedy. */
public final class StackProblem extends RuntimeException {

    public StackProblem(String sentence) {
        super(sentence);
    }

    public StackProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
