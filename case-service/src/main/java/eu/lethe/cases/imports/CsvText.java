package eu.lethe.cases.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Understands the encodings in which spreadsheets write a CSV: UTF-8 or UTF-16 with a mark in front, UTF-8 without one, and
 * Windows-1252 where it is none of these.
 */
final class CsvText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BUFFER = 8_192;

    private final Supplier<InputStream> bytes;
    private final Charset charset;

    /** Finds the encoding out, for which it is read from its start. */
    CsvText(Supplier<InputStream> bytes) throws IOException {
        this.bytes = bytes;
        this.charset = charset(bytes);
    }

    /** The text from its start, without the mark. */
    BufferedReader read() throws IOException {
        var text = new BufferedReader(new InputStreamReader(bytes.get(), strict(charset)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static Charset charset(Supplier<InputStream> bytes) throws IOException {
        try (var begin = bytes.get()) {
            var first = begin.readNBytes(2);
            if (first.length == 2 && first[0] == (byte) 0xFF && first[1] == (byte) 0xFE) {
                return StandardCharsets.UTF_16LE;
            }
            if (first.length == 2 && first[0] == (byte) 0xFE && first[1] == (byte) 0xFF) {
                return StandardCharsets.UTF_16BE;
            }
        }
        return isUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static boolean isUtf8(Supplier<InputStream> bytes) throws IOException {
        try (var whole = bytes.get()) {
            var decoder = strict(StandardCharsets.UTF_8);
            var characters = CharBuffer.allocate(BUFFER);
            var piece = ByteBuffer.allocate(BUFFER);
            for (var read = 0; read >= 0; ) {
                read = whole.read(piece.array(), piece.position(), piece.remaining());
                piece.position(piece.position() + Math.max(0, read)).flip();
                var result = decoder.decode(piece, characters.clear(), read < 0);
                if (result.isError()) {
                    return false;
                }
                piece.compact();
            }
            return true;
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
