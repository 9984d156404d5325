package eu.lethe.cases.copy;

import eu.lethe.cases.assessment.AssessmentView;
import eu.lethe.cases.referral.ReferralView;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.document.Page;
import eu.lethe.platform.document.PdfDocument;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays a person's copy out as a document, in French or in English. */
final class CopyDocument {

    private final PersonalCopy copy;
    private final ResourceBundle words;
    private final DateTimeFormatter days;
    private final DateTimeFormatter moments;
    private final Page page;

    CopyDocument(PersonalCopy copy, Locale reader, ZoneId zone) {
        var language = Locale.ENGLISH.getLanguage().equals(reader.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
        this.copy = copy;
        this.words = ResourceBundle.getBundle(
                "messages.copy",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
        this.moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(zone);
        this.page = new Page(language, word("title"), word("subject"));
    }

    /** The document. */
    byte[] pdf() {
        page.lead(word("lead")).paragraph(word("made").formatted(days.format(copy.madeOn())));
        person();
        households();
        file();
        contacts();
        assessments();
        referrals();
        thirdParty();
        consents();
        readers();
        page.section(word("rights")).paragraph(word("rights.text"));
        return PdfDocument.of(page);
    }

    private void person() {
        page.section(word("person"));
        identity(copy.person());
        copy.otherRecords().forEach(other -> {
            page.paragraph(word("otherRecord"));
            identity(other);
        });
    }

    private void identity(PersonalCopy.Identity person) {
        var facts = new LinkedHashMap<String, String>();
        put(facts, "familyName", person.familyName());
        put(facts, "givenName", person.givenName());
        put(facts, "aliases", String.join(", ", person.aliases()));
        put(facts, "earlierNames", String.join(", ", person.earlierNames()));
        put(facts, "birthDate", person.birthDate() == null ? null : days.format(person.birthDate()));
        put(facts, "address", person.address());
        put(facts, "phone", person.phone());
        put(facts, "email", person.email());
        put(
                facts,
                "householdType",
                person.householdType() == null ? null : word("household." + person.householdType()));
        facts(facts);
    }

    private void households() {
        page.section(word("living"));
        if (!copy.households().isEmpty()) {
            page.table(
                    List.of(word("living.since"), word("living.until"), word("living.as"), word("living.with")),
                    copy.households().stream()
                            .map(own -> List.of(
                                    own.since() == null ? "–" : days.format(own.since()),
                                    own.until() == null ? "–" : days.format(own.until()),
                                    own.relation() == null ? "–" : own.relation(),
                                    others(own.others())))
                            .toList());
        }
        nothing(copy.households());
    }

    private String others(int others) {
        return switch (others) {
            case 0 -> word("living.others.none");
            case 1 -> word("living.others.one");
            default -> word("living.others.many").formatted(others);
        };
    }

    private void file() {
        var file = copy.file();
        page.section(word("file"));
        if (file == null) {
            page.paragraph(word("nothing"));
            return;
        }
        var facts = new LinkedHashMap<String, String>();
        put(facts, "unit", file.unitLabel());
        put(facts, "openedOn", days.format(file.openedOn()));
        put(facts, "referent", file.referent());
        put(facts, "kept", file.keptUntil());
        facts(facts);
    }

    private void contacts() {
        page.section(word("contacts"));
        copy.contacts().forEach(contact -> {
            page.subsection(heading(contact.date(), contact.author()));
            written(contact.text());
            if (!contact.codes().isEmpty()) {
                page.list(contact.codes());
            }
            documents(contact.documents());
        });
        nothing(copy.contacts());
        if (!copy.mentionedOn().isEmpty()) {
            page.paragraph(word("mentioned")
                    .formatted(copy.mentionedOn().stream().map(days::format).collect(Collectors.joining(" ; "))));
        }
    }

    private void documents(List<PersonalCopy.Document> documents) {
        if (!documents.isEmpty()) {
            page.paragraph(word("documents"));
            page.list(documents.stream().map(this::document).toList());
        }
    }

    private String document(PersonalCopy.Document document) {
        var type = document.mediaType();
        return word("document")
                .formatted(
                        document.name() == null ? word("unreadable") : document.name(),
                        type == null
                                ? "–"
                                : type.substring(type.indexOf('/') + 1).toUpperCase(Locale.ROOT),
                        Math.max(1, document.size() / 1_000),
                        days.format(document.addedOn()));
    }

    private void assessments() {
        page.section(word("assessments"));
        copy.assessments().forEach(this::assessment);
        nothing(copy.assessments());
    }

    private void assessment(AssessmentView assessment) {
        page.subsection(heading(assessment.date(), assessment.author().name()));
        var sections = assessment.sections();
        if (sections == null) {
            written(null);
            return;
        }
        sections.forEach(section -> {
            if (section.heading() != null) {
                page.paragraph(section.heading());
            }
            page.written(section.text());
        });
        var goals = assessment.goals();
        if (goals != null && !goals.isEmpty()) {
            page.paragraph(word("goals"));
            page.list(goals.stream()
                    .map(goal -> goal.text() + " (" + word("goal." + goal.state()) + ")")
                    .toList());
        }
    }

    private void referrals() {
        page.section(word("referrals"));
        copy.referrals().forEach(this::referral);
        nothing(copy.referrals());
    }

    private void referral(ReferralView referral) {
        page.subsection(days.format(referral.date()) + " : " + referral.recipientLabel()
                + (referral.partner() == null ? "" : " (" + referral.partner() + ")"));
        var facts = new LinkedHashMap<String, String>();
        put(facts, "shared", compartments(referral.compartments()));
        put(facts, "purpose", referral.purposeLabel());
        put(facts, "state", word("state." + referral.state()));
        facts(facts);
        written(referral.text());
        referral.answers().forEach(answer -> {
            page.paragraph(days.format(answer.answeredOn()) + " : " + word("state." + answer.outcome()));
            if (answer.text() != null) {
                page.written(answer.text());
            }
        });
    }

    private void thirdParty() {
        page.section(word("thirdParty")).paragraph(word("thirdParty.text"));
        copy.thirdParty().forEach(information -> {
            page.subsection(days.format(information.receivedOn()));
            if (information.withheld()) {
                page.paragraph(word("withheld"));
            } else {
                written(information.text());
            }
            if (information.dismissedOn() != null) {
                page.paragraph(word("dismissed").formatted(days.format(information.dismissedOn())));
            }
        });
        nothing(copy.thirdParty());
    }

    private void consents() {
        page.section(word("consents"));
        if (!copy.consents().isEmpty()) {
            page.table(
                    List.of(word("purpose"), word("data"), word("grantedOn"), word("withdrawnOn")),
                    copy.consents().stream()
                            .map(consent -> List.of(
                                    consent.label(),
                                    compartments(consent.compartments()),
                                    days.format(consent.grantedOn()),
                                    consent.withdrawnOn() == null ? "–" : days.format(consent.withdrawnOn())))
                            .toList());
        }
        nothing(copy.consents());
    }

    private void readers() {
        page.section(word("readers"));
        if (!copy.readers().isEmpty()) {
            page.table(
                    List.of(word("when"), word("who"), word("data"), word("why")),
                    copy.readers().stream()
                            .map(reading -> List.of(
                                    moments.format(reading.at()),
                                    reading.reader() == null ? word("unnamed") : reading.reader(),
                                    compartments(reading.compartments()),
                                    word("reason." + reading.reason())))
                            .toList());
        }
        nothing(copy.readers());
    }

    private void facts(Map<String, String> facts) {
        if (facts.isEmpty()) {
            page.paragraph(word("nothing"));
        } else {
            page.facts(facts);
        }
    }

    private void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.put(word(name), value);
        }
    }

    private void written(@Nullable String text) {
        if (text == null) {
            page.paragraph(word("unreadable"));
        } else {
            page.written(text);
        }
    }

    private void nothing(Collection<?> items) {
        if (items.isEmpty()) {
            page.paragraph(word("nothing"));
        }
    }

    private String heading(LocalDate date, @Nullable String author) {
        return author == null ? days.format(date) : days.format(date) + ", " + author;
    }

    private String compartments(List<Compartment> compartments) {
        return compartments.stream()
                .map(compartment -> word("compartment." + compartment.code()))
                .collect(Collectors.joining(", "));
    }

    /** A word of the reader's language; the code itself where an agency has configured one of its own. */
    private String word(String key) {
        try {
            return words.getString(key);
        } catch (MissingResourceException configured) {
            return key.substring(key.indexOf('.') + 1);
        }
    }
}
