package eu.lethe.platform.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Understands where a word that fits on no line may be cut: between what a reader takes for characters. */
final class Characters implements FSTextBreaker {

    private final BreakIterator iterator = BreakIterator.getCharacterInstance(Locale.ROOT);

    @Override
    public int next() {
        return iterator.next();
    }

    @Override
    public void setText(String text) {
        iterator.setText(text);
    }
}
