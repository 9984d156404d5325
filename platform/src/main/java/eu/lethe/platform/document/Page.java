package eu.lethe.platform.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Understands what a document says, in order: headings, paragraphs, lists, tables. Every text given is taken as text. */
public final class Page {

    private final String head;
    private final StringBuilder body = new StringBuilder();

    /**
     * A page that begins with its title.
     *
     * @param language of the reader
     * @param title shown, and told by the file
     * @param subject what the document is for, told by the file
     */
    public Page(Locale language, String title, String subject) {
        this.head = """
                <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
                <html xmlns="http://www.w3.org/1999/xhtml" lang="%s"><head><title>%s</title>\
                <meta name="subject" content="%s"/><meta name="description" content="%s"/></head>""".formatted(
                        language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "en" : "fr",
                        escaped(title),
                        escaped(subject),
                        escaped(subject));
        element("h1", title);
    }

    /** A heading of the second level. */
    public Page section(String heading) {
        return element("h2", heading);
    }

    /** A heading of the third level: below a section. */
    public Page subsection(String heading) {
        return element("h3", heading);
    }

    /** What the document is, in a sentence or two below its title. */
    public Page lead(String text) {
        return text("lead", text);
    }

    /** A paragraph. */
    public Page paragraph(String text) {
        return element("p", text);
    }

    /** A text as somebody wrote it, with its line ends. */
    public Page written(String text) {
        return text("text", text);
    }

    /** A list. */
    public Page list(List<String> items) {
        body.append("<ul>");
        items.forEach(item -> element("li", item));
        body.append("</ul>");
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
        body.append("<table><thead><tr>");
        headers.forEach(header ->
                body.append("<th scope=\"col\">").append(escaped(header)).append("</th>"));
        body.append("</tr></thead><tbody>");
        rows.forEach(row -> {
            body.append("<tr>");
            row.forEach(cell -> element("td", cell));
            body.append("</tr>");
        });
        body.append("</tbody></table>");
        return this;
    }

    /** The page, for {@link PdfDocument#of}. */
    public String xhtml() {
        return head + "<body>" + body + "</body></html>";
    }

    private Page text(String kind, String text) {
        body.append("<p class=\"")
                .append(kind)
                .append("\">")
                .append(escaped(text))
                .append("</p>");
        return this;
    }

    private Page element(String name, String text) {
        body.append('<').append(name).append('>').append(escaped(text));
        body.append("</").append(name).append('>');
        return this;
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\t' -> escaped.append("    ");
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
