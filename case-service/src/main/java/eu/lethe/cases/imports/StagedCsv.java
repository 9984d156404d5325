package eu.lethe.cases.imports;

import eu.lethe.platform.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Understands where a CSV waits while it is imported: in rows of the database, sealed under a key that is in this process
 * alone and ends with the import, so that memory holds a piece of it and nobody else can read it.
 */
final class StagedCsv implements AutoCloseable {

    /** The most that is taken. */
    static final int LARGEST = 20 * 1024 * 1024;

    private static final int PIECE = 64 * 1024;
    private static final int KEY_LENGTH = 32;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final JdbcClient database;
    private final UUID stagingId = UUID.randomUUID();
    private final SecretKeySpec key;
    private int pieces;

    /**
     * Takes it in.
     *
     * @throws Problem 413 when it is larger than is taken
     */
    StagedCsv(JdbcClient database, InputStream body) throws IOException {
        this.database = database;
        var secret = new byte[KEY_LENGTH];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "AES");
        var whole = false;
        try {
            var total = 0;
            for (var piece = body.readNBytes(PIECE); piece.length > 0; piece = body.readNBytes(PIECE)) {
                total += piece.length;
                if (total > LARGEST) {
                    throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "content-too-large");
                }
                put(piece);
            }
            whole = true;
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    /** What came in, from its start. */
    InputStream read() {
        return new Reading();
    }

    /** It is not needed any more. */
    @Override
    public void close() {
        database.sql("delete from import_piece where staging_id = :id")
                .param("id", stagingId)
                .update();
    }

    private void put(byte[] piece) {
        database.sql("insert into import_piece (staging_id, number, content) values (:id, :number, :content)")
                .param("id", stagingId)
                .param("number", pieces)
                .param("content", crypt(Cipher.ENCRYPT_MODE, pieces, piece))
                .update();
        pieces++;
    }

    private byte[] get(int number) {
        return crypt(
                Cipher.DECRYPT_MODE,
                number,
                database.sql("select content from import_piece where staging_id = :id and number = :number")
                        .param("id", stagingId)
                        .param("number", number)
                        .query((row, _) -> row.getBytes("content"))
                        .single());
    }

    /** The number of a piece, used once under its key, is its nonce. */
    private byte[] crypt(int mode, int number, byte[] piece) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var nonce = ByteBuffer.allocate(NONCE_LENGTH).putInt(number).array();
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(piece);
        } catch (GeneralSecurityException altered) {
            throw new IllegalStateException(altered);
        }
    }

    private final class Reading extends InputStream {

        private byte[] piece = {};
        private int read;
        private int number;

        @Override
        public int read() {
            return next() ? Byte.toUnsignedInt(piece[read++]) : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!next()) {
                return -1;
            }
            var given = Math.min(length, piece.length - read);
            System.arraycopy(piece, read, into, offset, given);
            read += given;
            return given;
        }

        private boolean next() {
            if (read < piece.length) {
                return true;
            }
            if (number == pieces) {
                return false;
            }
            piece = get(number++);
            read = 0;
            return true;
        }
    }
}
