package eu.lethe.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.SealBroken;
import eu.lethe.contracts.sealing.SealingContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;

/**
 * Understands how a document that is too large for a message is sealed: in segments of 64 KiB, each with its number and
 * whether it is the last (AES-GCM-HKDF streaming of Tink), so that none can be left out, added, exchanged or cut off. The
 * stream is bound to its key and to the record and field it was sealed for, as a JWE is by its header.
 */
final class SealedStream {

    private static final String PURPOSE = "lethe stream 1";
    private static final String KEY_DERIVATION = "HmacSha256";
    private static final int SEGMENT = 64 * 1024;
    private static final int PIECE = 16 * 1024;

    private final AesGcmHkdfStreaming cipher;
    private final byte[] place;
    private final Runnable inForce;

    /**
     * Under a key.
     *
     * @param inForce throws once the key may not be used any longer; asked before each piece, so that no document outlives
     *     the right to read or write it, however slowly it goes
     */
    SealedStream(ContentKey key, SealingContext context, Runnable inForce) {
        this.inForce = inForce;
        try {
            this.cipher = new AesGcmHkdfStreaming(
                    key.derived(PURPOSE), KEY_DERIVATION, ContentKey.LENGTH, SEGMENT, /* firstSegmentOffset= */ 0);
        } catch (InvalidAlgorithmParameterException impossible) {
            throw new IllegalStateException("the parameters are constants", impossible);
        }
        this.place = (key.id() + "\n" + context).getBytes(UTF_8);
    }

    /** Seals all of a stream; both stay open. */
    void seal(InputStream clear, OutputStream sealed) throws IOException {
        try (var sealing = cipher.newEncryptingStream(new StaysOpen(sealed), place)) {
            var piece = new byte[PIECE];
            for (var read = clear.read(piece); read >= 0; read = clear.read(piece)) {
                inForce.run();
                sealing.write(piece, 0, read);
            }
            inForce.run();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every Java platform", impossible);
        }
    }

    /** What was sealed. Each byte it gives is authentic; reading on past an alteration throws {@link SealBroken}. */
    InputStream open(InputStream sealed) throws IOException {
        try {
            return new Opened(cipher.newDecryptingStream(sealed, place), inForce);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every Java platform", impossible);
        }
    }

    private static final class Opened extends FilterInputStream {

        private final Runnable inForce;

        private Opened(InputStream clear, Runnable inForce) {
            super(clear);
            this.inForce = inForce;
        }

        @Override
        public int read() throws IOException {
            inForce.run();
            try {
                return super.read();
            } catch (IOException failure) {
                throw broken(failure);
            }
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            inForce.run();
            try {
                return super.read(into, offset, Math.min(length, PIECE));
            } catch (IOException failure) {
                throw broken(failure);
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        /** Tink says in an {@link IOException} what the cipher refused; a disk that fails is another matter. */
        private static IOException broken(IOException failure) {
            if (failure.getCause() instanceof GeneralSecurityException) {
                throw new SealBroken(SealBroken.Flaw.TAMPERED);
            }
            return failure;
        }
    }

    /** Sealing ends with a last segment, and whoever gave the stream may have more to write. */
    private static final class StaysOpen extends OutputStream {

        private final OutputStream target;

        private StaysOpen(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int one) throws IOException {
            target.write(one);
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            target.write(some, offset, length);
        }

        @Override
        public void close() throws IOException {
            target.flush();
        }
    }
}
