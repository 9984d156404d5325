package eu.lethe.cases.journal;

import eu.lethe.cases.casefile.CaseFiles;
import eu.lethe.cases.journal.ReadersResource.Item;
import eu.lethe.cases.journal.ReadersResource.ReadersPage;
import eu.lethe.cases.person.Persons;
import eu.lethe.platform.catalogue.Label;
import eu.lethe.platform.catalogue.Units;
import eu.lethe.platform.document.Page;
import eu.lethe.platform.document.PdfDocument;
import eu.lethe.platform.journal.Admission;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.time.BusinessClock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Understands the statement that tells a person who has read their file. */
@Component
class ReadersStatement {

    private static final Label TITLE = new Label("Qui a lu ce dossier", "Who has read this file");
    private static final Label SUBJECT = new Label(
            "Relevé du journal des accès, remis à la personne", "Extract of the access journal, for the person");
    private static final Label LEAD = new Label(
            "Chaque ouverture de vos données par un membre du personnel est inscrite au journal des accès et y reste un an. Les accès exceptionnels et ceux d’autres circonscriptions viennent en premier.",
            "Each opening of your data by a member of staff is written in the access journal and stays there for a year. Exceptional accesses and those from other units come first.");
    private static final Label NONE = new Label("Aucune lecture inscrite.", "No reading is on record.");
    private static final Label MORE = new Label(
            "Ce relevé montre d’abord ces accès, puis les lectures les plus récentes.",
            "This extract shows these accesses first, then the most recent readings.");
    private static final Label FILE = new Label("Dossier", "File");
    private static final Label PERSON = new Label("Personne", "Person");
    private static final Label PRINTED = new Label("Établi le", "Made on");
    private static final Label READINGS = new Label("Lectures inscrites", "Readings on record");
    private static final Label UNKNOWN = new Label("nom inconnu", "name unknown");
    private static final Label EXCEPTIONAL = new Label("accès exceptionnel", "exceptional access");
    private static final List<Label> HEADERS = List.of(
            new Label("Quand", "When"),
            new Label("Qui", "Who"),
            new Label("Circonscription", "Unit"),
            new Label("Quoi", "What"),
            new Label("Pourquoi", "Why"));

    private final Persons persons;
    private final Opener opener;
    private final Units units;
    private final BusinessClock clock;

    ReadersStatement(Persons persons, Opener opener, Units units, BusinessClock clock) {
        this.persons = persons;
        this.opener = opener;
        this.units = units;
        this.clock = clock;
    }

    /** The PDF, for who was admitted to print it. */
    byte[] of(CaseFiles.Row file, ReadersPage readers, Locale locale, Admission admission) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(PERSON.in(locale), name(file, admission));
        facts.put(FILE.in(locale), file.fileId().toString());
        facts.put(
                PRINTED.in(locale),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(clock.today()));
        facts.put(READINGS.in(locale), Long.toString(readers.total()));
        var page = new Page(locale, TITLE.in(locale), SUBJECT.in(locale))
                .lead(LEAD.in(locale))
                .facts(facts);
        if (readers.items().isEmpty()) {
            page.paragraph(NONE.in(locale));
        } else {
            page.table(
                    HEADERS.stream().map(header -> header.in(locale)).toList(),
                    readers.items().stream().map(item -> line(item, locale)).toList());
        }
        if (readers.total() > readers.items().size()) {
            page.paragraph(MORE.in(locale));
        }
        return PdfDocument.of(page);
    }

    private String name(CaseFiles.Row file, Admission admission) {
        return persons.require(file.personId())
                .identity(opener.reading(admission))
                .map(identity -> Stream.of(identity.givenName(), identity.familyName())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")))
                .orElse("—");
    }

    private List<String> line(Item item, Locale locale) {
        var name = item.reader().name();
        var unit = item.unit();
        return List.of(
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(item.at().atZone(clock.zone())),
                (name == null ? UNKNOWN.in(locale) : name) + ", " + roles(item.role(), locale),
                unit == null
                        ? "—"
                        : units.of(unit).map(found -> found.label().in(locale)).orElse(unit),
                item.compartments().stream()
                        .map(compartment -> ReadingWords.compartment(compartment.code(), locale))
                        .collect(Collectors.joining(", ")),
                why(item, locale));
    }

    private static String roles(String codes, Locale locale) {
        return Stream.of(codes.split(" ", -1))
                .map(code -> ReadingWords.role(code, locale))
                .collect(Collectors.joining(", "));
    }

    private static String why(Item item, Locale locale) {
        var exceptional = item.exceptional();
        if (exceptional == null) {
            return item.reasonLabel();
        }
        var text = exceptional.reasonText();
        return item.reasonLabel() + "; " + EXCEPTIONAL.in(locale) + ", "
                + ReadingWords.exception(exceptional.reason(), locale) + (text == null ? "" : ": " + text);
    }
}
