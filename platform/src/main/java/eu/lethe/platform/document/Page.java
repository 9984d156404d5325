package eu.lethe.platform.document;

import eu.lethe.platform.catalogue.Label;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Understands what a document says, in order: headings, paragraphs, lists, tables. Every text given is taken as text. */
public final class Page {

    /** The renderer's time grows with the square of a paragraph's length; a screen of text costs it nothing. */
    private static final int LONGEST_PIECE = 1_000;

    /** What the renderer holds in memory is some sixty times as long as the text. */
    private static final int LONGEST_PART = 150_000;

    private static final int ROWS_OF_A_TABLE = 200;

    /** Longer than this, a word could push the columns beside it off the sheet. */
    private static final Pattern LONG_WORD = Pattern.compile("\\S{21}");

    private static final Label UNDRAWN =
            new Label("Caractères imprimés par leur code", "Characters printed by their code");
    private static final Label UNDRAWN_LEAD = new Label(
            "Aucune police de ce document ne peut dessiner les caractères suivants. Le texte porte leur code Unicode.",
            "No typeface of this document can draw the following characters. The text bears their Unicode code.");

    private final Locale language;
    private final String head;
    private final Set<Integer> undrawn = new TreeSet<>();
    private final List<StringBuilder> parts = new ArrayList<>(List.of(new StringBuilder()));
    private StringBuilder body = parts.getFirst();

    /**
     * A page that begins with its title.
     *
     * @param language of the reader
     * @param title shown, and told by the file
     * @param subject what the document is for, told by the file
     */
    public Page(Locale language, String title, String subject) {
        this.language = language;
        this.head = """
                <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
                <html xmlns="http://www.w3.org/1999/xhtml" lang="%s"><head><title>%s</title>\
                <meta name="subject" content="%s"/><meta name="description" content="%s"/></head>""".formatted(
                        language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "en" : "fr",
                        told(title),
                        told(subject),
                        told(subject));
        element("h1", title);
    }

    /** A heading of the second level. */
    public Page section(String heading) {
        turnOver();
        return element("h2", heading);
    }

    /** A heading of the third level: below a section. */
    public Page subsection(String heading) {
        turnOver();
        return element("h3", heading);
    }

    /** What the document is, in a sentence or two below its title. */
    public Page lead(String text) {
        return text("lead", text);
    }

    /** A paragraph. */
    public Page paragraph(String text) {
        return text("plain", text);
    }

    /** A text as somebody wrote it, with its line ends. */
    public Page written(String text) {
        return text("text", text);
    }

    /** A list. */
    public Page list(List<String> items) {
        for (var from = 0; from < items.size(); from += ROWS_OF_A_TABLE) {
            turnOver();
            body.append("<ul>");
            items.subList(from, Math.min(from + ROWS_OF_A_TABLE, items.size())).forEach(item -> element("li", item));
            body.append("</ul>");
        }
        return this;
    }

    /** A table of two columns: what, and what is known of it. In the order of the map. */
    public Page facts(Map<String, String> facts) {
        body.append("<table class=\"facts\"><tbody>");
        facts.forEach((name, value) -> {
            body.append("<tr><th scope=\"row\">").append(escaped(name)).append("</th>");
            element("td", value);
            body.append("</tr>");
        });
        body.append("</tbody></table>");
        return this;
    }

    /** A table with a line of headers, repeated on each sheet. */
    public Page table(List<String> headers, List<List<String>> rows) {
        for (var from = 0; from == 0 || from < rows.size(); from += ROWS_OF_A_TABLE) {
            turnOver();
            rows(headers, rows.subList(from, Math.min(from + ROWS_OF_A_TABLE, rows.size())));
        }
        return this;
    }

    private void rows(List<String> headers, List<List<String>> rows) {
        var wide = Stream.concat(headers.stream(), rows.stream().flatMap(List::stream))
                .anyMatch(cell -> LONG_WORD.matcher(cell).find());
        body.append(wide ? "<table class=\"even\"><thead><tr>" : "<table><thead><tr>");
        headers.forEach(header ->
                body.append("<th scope=\"col\">").append(escaped(header)).append("</th>"));
        body.append("</tr></thead><tbody>");
        rows.forEach(row -> {
            body.append("<tr>");
            row.forEach(cell -> element("td", cell));
            body.append("</tr>");
        });
        body.append("</tbody></table>");
    }

    /** The page as a whole, for {@link PdfDocument#of(String)}. */
    public String xhtml() {
        return sheet(String.join("", parts) + undrawn());
    }

    /** The page in parts, none of which takes the renderer long. */
    List<String> parts() {
        var last = parts.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(part -> sheet(part == last ? parts.get(part) + undrawn() : parts.get(part)))
                .toList();
    }

    private String sheet(CharSequence content) {
        return head + "<body>" + content + "</body></html>";
    }

    /** Which characters stand in the text by their code, with their names. */
    private String undrawn() {
        if (undrawn.isEmpty()) {
            return "";
        }
        return "<h2>%s</h2><p class=\"plain\">%s</p><ul>%s</ul>"
                .formatted(
                        escaped(UNDRAWN.in(language)),
                        escaped(UNDRAWN_LEAD.in(language)),
                        undrawn.stream()
                                .map(character ->
                                        "<li>" + Drawable.code(character) + " " + escaped(name(character)) + "</li>")
                                .collect(Collectors.joining()));
    }

    private static String name(int character) {
        var name = Character.getName(character);
        return name == null ? "–" : name;
    }

    private void turnOver() {
        if (body.length() >= LONGEST_PART) {
            body = new StringBuilder();
            parts.add(body);
        }
    }

    private Page text(String kind, String text) {
        var pieces = pieces(text);
        pieces.subList(0, pieces.size() - 1).forEach(piece -> piece(kind + " on", piece));
        return piece(kind, pieces.getLast());
    }

    private Page piece(String kind, String text) {
        turnOver();
        body.append("<p class=\"")
                .append(kind)
                .append('"')
                .append(direction(text))
                .append('>')
                .append(escaped(text))
                .append("</p>");
        return this;
    }

    private Page element(String name, String text) {
        body.append('<').append(name).append(direction(text)).append('>');
        var pieces = pieces(text);
        if (pieces.size() == 1) {
            body.append(escaped(text));
        } else {
            pieces.forEach(piece ->
                    body.append("<p class=\"on\">").append(escaped(piece)).append("</p>"));
        }
        body.append("</").append(name).append('>');
        return this;
    }

    private static String direction(String text) {
        return RightToLeft.begins(text) ? " dir=\"rtl\"" : "";
    }

    /** Cut where a line ends, or else a word, or else anywhere. */
    private static List<String> pieces(String written) {
        var text = Normalizer.normalize(written, Normalizer.Form.NFC);
        var pieces = new ArrayList<String>();
        var from = 0;
        while (text.length() - from > LONGEST_PIECE) {
            var end = from + LONGEST_PIECE;
            var line = text.lastIndexOf('\n', end);
            var word = text.lastIndexOf(' ', end);
            var cut = line > from ? line : word > from ? word : end;
            if (cut == end && Character.isLowSurrogate(text.charAt(cut))) {
                cut--;
            }
            pieces.add(text.substring(from, cut));
            from = cut < text.length() && (text.charAt(cut) == '\n' || text.charAt(cut) == ' ') ? cut + 1 : cut;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private String escaped(String text) {
        return told(Drawable.of(text, undrawn));
    }

    /** Without the controls that XML does not know. */
    private static String told(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append('\n');
                default -> {
                    if (isXml(character)) {
                        escaped.appendCodePoint(character);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** XML knows no other control characters and no code points that are not characters. */
    private static boolean isXml(int character) {
        return !Character.isISOControl(character)
                && Character.getType(character) != Character.SURROGATE
                && (character & 0xFFFE) != 0xFFFE;
    }
}
