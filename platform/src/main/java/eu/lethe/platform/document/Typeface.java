package eu.lethe.platform.document;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.ARMENIAN;
import static java.lang.Character.UnicodeScript.BENGALI;
import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.DEVANAGARI;
import static java.lang.Character.UnicodeScript.ETHIOPIC;
import static java.lang.Character.UnicodeScript.GEORGIAN;
import static java.lang.Character.UnicodeScript.GREEK;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HEBREW;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.lang.Character.UnicodeScript.TAMIL;
import static java.lang.Character.UnicodeScript.THAI;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Understands which typeface has which character: the document's own, or the first of those for other alphabets. The latter
 * are large, and read only when a text needs them.
 */
final class Typeface {

    static final Typeface OWN = own("AtkinsonHyperlegibleNext-Regular.ttf");
    static final Typeface OWN_BOLD = own("AtkinsonHyperlegibleNext-Bold.ttf");
    static final Typeface OWN_SERIF = own("LetheSerif-Regular.ttf");
    static final Typeface OWN_SERIF_BOLD = own("LetheSerif-SemiBold.ttf");

    private static final List<Typeface> IN_EVERY_DOCUMENT = List.of(OWN, OWN_BOLD, OWN_SERIF, OWN_SERIF_BOLD);

    private static final List<Typeface> OTHERS = List.of(
            noto("NotoSans", LATIN, GREEK, CYRILLIC, COMMON, INHERITED),
            noto("NotoSansArabic", ARABIC, COMMON, INHERITED),
            noto("NotoSansHebrew", HEBREW),
            noto("NotoSansArmenian", ARMENIAN),
            noto("NotoSansGeorgian", GEORGIAN),
            noto("NotoSansEthiopic", ETHIOPIC),
            noto("NotoSansDevanagari", DEVANAGARI, COMMON),
            noto("NotoSansBengali", BENGALI),
            noto("NotoSansTamil", TAMIL),
            noto("NotoSansThai", THAI, COMMON),
            noto("NotoSansSymbols2", COMMON),
            noto("NotoEmoji", COMMON),
            noto("NotoSansSC", HAN, HIRAGANA, KATAKANA, BOPOMOFO, COMMON, INHERITED, LATIN),
            noto("NotoSansKR", HANGUL, COMMON));

    private final String file;
    private final Set<UnicodeScript> scripts;
    private final Supplier<byte[]> bytes;
    private volatile @Nullable BitSet characters;

    private Typeface(String file, Set<UnicodeScript> scripts, Supplier<byte[]> bytes) {
        this.file = file;
        this.scripts = scripts;
        this.bytes = bytes;
    }

    private static Typeface own(String file) {
        var bytes = resource(file);
        return new Typeface(file, Set.of(), () -> bytes);
    }

    private static Typeface noto(String name, UnicodeScript... scripts) {
        var file = "noto/" + name + "-Regular.ttf";
        return new Typeface(file, Set.of(scripts), () -> resource(file));
    }

    /** What it is called. */
    String name() {
        return file;
    }

    /** The file, as its bytes. */
    byte[] bytes() {
        return bytes.get();
    }

    /** What the document's own typefaces lack and this one has, if any: empty when none has the character. */
    static Optional<Typeface> of(int character) {
        if (IN_EVERY_DOCUMENT.stream().anyMatch(own -> own.has(character))) {
            return Optional.of(OWN);
        }
        var script = UnicodeScript.of(character);
        return OTHERS.stream()
                .filter(other -> other.scripts.contains(script) && other.has(character))
                .findFirst();
    }

    /** Those that a text needs besides the document's own. */
    static Set<Typeface> besides(String text) {
        var needed = new LinkedHashSet<Typeface>();
        text.codePoints().distinct().forEach(character -> of(character).ifPresent(needed::add));
        needed.remove(OWN);
        return needed;
    }

    private boolean has(int character) {
        var known = characters;
        if (known == null) {
            known = read();
            characters = known;
        }
        return known.get(character);
    }

    private BitSet read() {
        var found = new BitSet();
        try (var font = new TTFParser(true).parse(new RandomAccessReadBuffer(bytes()))) {
            var table = font.getUnicodeCmapLookup();
            for (var character = 0; character <= Character.MAX_CODE_POINT; character++) {
                if (table.getGlyphId(character) != 0) {
                    found.set(character);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    static byte[] resource(String name) {
        try (var stream = Typeface.class.getResourceAsStream("/document/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
