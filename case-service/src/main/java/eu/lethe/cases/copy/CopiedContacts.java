package eu.lethe.cases.copy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands how contacts stand in a person's copy: as they are worded, as they were before, and what lies with them. */
final class CopiedContacts {

    private final CopySheet sheet;

    CopiedContacts(CopySheet sheet) {
        this.sheet = sheet;
    }

    void write(PersonalCopy copy) {
        sheet.page().section(sheet.word("contacts"));
        copy.contacts().forEach(contact -> {
            sheet.page().subsection(sheet.heading(contact.date(), contact.author()));
            circumstances(contact.means(), contact.place());
            var withdrawn = contact.withdrawn();
            if (withdrawn != null) {
                sheet.page()
                        .paragraph(sheet.word("withdrawn")
                                .formatted(sheet.day(withdrawn.on()), sheet.day(withdrawn.erasedOn())));
            }
            sheet.written(contact.text());
            if (!contact.codes().isEmpty()) {
                sheet.page().list(contact.codes());
            }
            documents(contact.documents());
            contact.earlier().forEach(this::wording);
        });
        sheet.nothing(copy.contacts());
        if (!copy.mentionedOn().isEmpty()) {
            sheet.page()
                    .paragraph(sheet.word("mentioned")
                            .formatted(
                                    copy.mentionedOn().stream().map(sheet::day).collect(Collectors.joining(" ; "))));
        }
    }

    private void circumstances(@Nullable String means, @Nullable String place) {
        var said = Stream.of(means == null ? null : sheet.word("means." + means), place)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        if (!said.isEmpty()) {
            sheet.page().paragraph(said);
        }
    }

    private void wording(PersonalCopy.Wording wording) {
        sheet.page()
                .paragraph(sheet.word("earlier")
                        .formatted(
                                sheet.moment(wording.writtenAt()),
                                wording.author() == null ? sheet.word("unnamed") : wording.author(),
                                sheet.moment(wording.replacedAt()),
                                wording.reason() == null ? "–" : sheet.word("correction." + wording.reason())));
        if (wording.reasonText() != null) {
            sheet.page().written(wording.reasonText());
        }
        sheet.page().paragraph(sheet.word("earlier.text").formatted(sheet.day(wording.date())));
        circumstances(wording.means(), wording.place());
        sheet.written(wording.text());
    }

    private void documents(List<PersonalCopy.Document> documents) {
        if (!documents.isEmpty()) {
            sheet.page().paragraph(sheet.word("documents"));
            sheet.page().list(documents.stream().map(this::document).toList());
        }
    }

    private String document(PersonalCopy.Document document) {
        var type = document.mediaType();
        return sheet.word("document")
                .formatted(
                        document.name() == null ? sheet.word("unreadable") : document.name(),
                        type == null
                                ? "–"
                                : type.substring(type.indexOf('/') + 1).toUpperCase(Locale.ROOT),
                        Math.max(1, document.size() / 1_000),
                        sheet.day(document.addedOn()));
    }
}
