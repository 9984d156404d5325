package eu.lethe.cases.contact.attachment;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands how a sealed stream lies in the database: cut into rows, so that no more than one is held in memory. */
@Component
class AttachmentChunks {

    private static final int LENGTH = 64 * 1024;

    private final JdbcClient database;

    AttachmentChunks(JdbcClient database) {
        this.database = database;
    }

    /** Writes the rows of a document; closing writes the last. */
    OutputStream writing(UUID attachmentId) {
        return new Writing(attachmentId);
    }

    /** Reads the rows of a document, each when it is needed. */
    InputStream reading(UUID attachmentId) {
        return new Reading(attachmentId);
    }

    private final class Writing extends OutputStream {

        private final UUID attachmentId;
        private final byte[] chunk = new byte[LENGTH];
        private int filled;
        private int number;

        Writing(UUID attachmentId) {
            this.attachmentId = attachmentId;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            var from = offset;
            while (from < offset + length) {
                var taken = Math.min(LENGTH - filled, offset + length - from);
                System.arraycopy(some, from, chunk, filled, taken);
                filled += taken;
                from += taken;
                if (filled == LENGTH) {
                    insert();
                }
            }
        }

        @Override
        public void close() {
            if (filled > 0) {
                insert();
            }
        }

        private void insert() {
            database.sql(
                            "insert into attachment_chunk (attachment_id, number, content) values (:id, :number, :content)")
                    .param("id", attachmentId)
                    .param("number", number++)
                    .param("content", Arrays.copyOf(chunk, filled))
                    .update();
            filled = 0;
        }
    }

    private final class Reading extends InputStream {

        private final UUID attachmentId;
        private byte[] chunk = {};
        private int read;
        private int number;

        Reading(UUID attachmentId) {
            this.attachmentId = attachmentId;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (read == chunk.length && !next()) {
                return -1;
            }
            var given = Math.min(length, chunk.length - read);
            System.arraycopy(chunk, read, into, offset, given);
            read += given;
            return given;
        }

        private boolean next() {
            chunk = database.sql("select content from attachment_chunk where attachment_id = :id and number = :number")
                    .param("id", attachmentId)
                    .param("number", number)
                    .query((row, _) -> row.getBytes("content"))
                    .optional()
                    .orElseGet(() -> new byte[0]);
            read = 0;
            number++;
            return chunk.length > 0;
        }
    }
}
