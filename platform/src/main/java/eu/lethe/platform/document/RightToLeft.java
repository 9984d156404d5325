package eu.lethe.platform.document;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/** Understands how text that is written from right to left is laid out: its runs, their order, and how Arabic letters join. */
final class RightToLeft implements BidiReorderer {

    /** Letters of Arabic that stand apart although they would join: Persian writes it. */
    private static final String NON_JOINER = "\u200c";

    private static final ArabicShaping JOINED = new ArabicShaping(
            ArabicShaping.LETTERS_SHAPE | ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK);
    private static final ArabicShaping APART = new ArabicShaping(
            ArabicShaping.LETTERS_UNSHAPE | ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK);

    /** Whether a text begins, by its first letter that has a direction, at the right. */
    static boolean begins(String text) {
        return Bidi.getBaseDirection(text) == Bidi.RTL;
    }

    @Override
    public String reorderRTLTextToLTR(String text) {
        return Bidi.writeReverse(text, Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING);
    }

    @Override
    public String shapeText(String text) {
        return shaped(text);
    }

    @Override
    public String deshapeText(String text) {
        try {
            return APART.shape(text);
        } catch (ArabicShapingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /** The letters as they are drawn. */
    static String shaped(String text) {
        try {
            return JOINED.shape(text).replace(NON_JOINER, "");
        } catch (ArabicShapingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Runs of one direction each, of one paragraph. */
    static final class Runs implements BidiSplitter {

        private final Bidi bidi = new Bidi();

        @Override
        public void setParagraph(String paragraph, byte direction) {
            bidi.setPara(
                    paragraph,
                    switch (direction) {
                        case RTL -> Bidi.RTL;
                        case LTR -> Bidi.LTR;
                        default -> Bidi.LEVEL_DEFAULT_LTR;
                    },
                    null);
        }

        @Override
        public int countTextRuns() {
            return bidi.countRuns();
        }

        @Override
        public BidiTextRun getVisualRun(int number) {
            var run = bidi.getVisualRun(number);
            return new BidiTextRun(run.getStart(), run.getLength(), run.getDirection());
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return Bidi.getBaseDirection(paragraph);
        }
    }
}
