package eu.lethe.incoming;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Understands a body of which no more is read than is allowed, counted while it comes in. */
public final class CountedBody extends ServletInputStream {

    /** What is allowed, and what is said when it is not kept. */
    public interface Bounds {

        /** What the body may weigh. */
        long limit();

        /** Whether it ends at the limit, whatever comes, instead of failing behind it. */
        boolean isCut();

        /**
         * More has come.
         *
         * @throws IOException when that was too much, or took too long
         */
        void passed(long bytes) throws IOException;

        /** Why it cannot be read on. */
        IOException broken(IOException why);
    }

    private final ServletInputStream whole;
    private final Bounds bounds;
    private long passed;

    /** Counts what comes out of a stream. */
    public CountedBody(ServletInputStream whole, Bounds bounds) {
        this.whole = whole;
        this.bounds = bounds;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (isOver()) {
            return length == 0 ? 0 : -1;
        }
        // one byte past the limit tells that there is more
        var read = next(target, offset, (int) Math.min(length, bounds.limit() - passed + (bounds.isCut() ? 0 : 1)));
        passed += Math.max(read, 0);
        bounds.passed(passed);
        return read;
    }

    private int next(byte[] target, int offset, int length) throws IOException {
        try {
            return whole.read(target, offset, length);
        } catch (IOException broken) {
            throw bounds.broken(broken);
        }
    }

    @Override
    public boolean isFinished() {
        return isOver() || whole.isFinished();
    }

    private boolean isOver() {
        return bounds.isCut() && passed == bounds.limit();
    }

    @Override
    public boolean isReady() {
        return whole.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("the body is read by who waits for it");
    }
}
