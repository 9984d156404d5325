package eu.lethe.cases.filepage;

import eu.lethe.cases.casefile.Deadlines;
import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.contact.ContactGaps;
import eu.lethe.cases.contact.ContactGaps.Gap;
import eu.lethe.cases.contact.ContactPages;
import eu.lethe.cases.contact.ContactPages.Share;
import eu.lethe.cases.contact.Contacts;
import eu.lethe.cases.filepage.FileView.AuthorShare;
import eu.lethe.cases.filepage.FileView.RetentionView;
import eu.lethe.cases.filepage.FileView.Staff;
import eu.lethe.cases.filepage.FileView.TimelineView;
import eu.lethe.cases.filepage.FileView.WithdrawnView;
import eu.lethe.cases.filepage.FileView.YearShare;
import eu.lethe.cases.person.PersonReader;
import eu.lethe.cases.person.Persons;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Units;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.time.BusinessClock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays the page of a file. */
@Component
class FileReader {

    private final ReadableFiles readable;
    private final ContactPages pages;
    private final ContactViews views;
    private final ContactGaps gaps;
    private final Persons persons;
    private final PersonReader personReader;
    private final Opener opener;
    private final Deadlines deadlines;
    private final RetentionRules rules;
    private final Units units;
    private final BusinessClock clock;

    FileReader(
            ReadableFiles readable,
            ContactPages pages,
            ContactViews views,
            ContactGaps gaps,
            Persons persons,
            PersonReader personReader,
            Opener opener,
            Deadlines deadlines,
            RetentionRules rules,
            Units units,
            BusinessClock clock) {
        this.readable = readable;
        this.pages = pages;
        this.views = views;
        this.gaps = gaps;
        this.persons = persons;
        this.personReader = personReader;
        this.opener = opener;
        this.deadlines = deadlines;
        this.rules = rules;
        this.units = units;
        this.clock = clock;
    }

    /**
     * The page of a file.
     *
     * @param limit as many contacts as stand on it at most
     */
    FileView read(UUID fileId, int limit, Caller caller, Locale locale) {
        var entry = readable.admit(fileId, caller);
        var admission = readable.note(
                entry,
                caller,
                "file",
                Compartment.IDENTITY,
                Compartment.NARRATIVE,
                Compartment.CODING,
                Compartment.HEALTH);
        var file = entry.file();
        var person = persons.require(file.personId());
        var fileIds = readable.files(entry);
        var page = pages.newest(fileIds, limit);
        var reading = opener.reading(admission)
                .prepare(Stream.concat(person.sealed(), page.contacts().stream().flatMap(Contacts.Row::sealed)));
        return new FileView(
                fileId,
                file.unit(),
                units.of(file.unit())
                        .map(Units.Unit::label)
                        .map(label -> label.in(locale))
                        .orElse(file.unit()),
                file.openedOn(),
                file.referent() == null ? null : views.staff(file.referent()),
                file.closedOn() == null ? "live" : "closed",
                file.closedOn(),
                file.closingReason(),
                entry.right().through(),
                entry.alone() ? personReader.readAlone(person, reading) : personReader.read(person, reading),
                views.of(page.contacts(), reading, caller),
                page.next() == null ? null : page.next().text(),
                timeline(pages.shares(fileIds), views::staff),
                gaps.of(fileId).stream().map(this::view).toList(),
                retention(fileId, locale));
    }

    private WithdrawnView view(Gap gap) {
        return new WithdrawnView(
                gap.contactId(),
                gap.date(),
                LocalDate.ofInstant(gap.withdrawnAt(), clock.zone()),
                views.staff(gap.withdrawnBy()),
                gap.erasedOn(),
                clock.today().isBefore(gap.erasedOn()));
    }

    private static TimelineView timeline(List<Share> shares, Function<UUID, Staff> staff) {
        return new TimelineView(
                shares.stream().mapToInt(Share::contacts).sum(),
                shares.stream()
                        .map(Share::oldestOn)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                sums(shares, Share::author).entrySet().stream()
                        .map(author -> new AuthorShare(staff.apply(author.getKey()), author.getValue()))
                        .toList(),
                sums(shares, Share::year).entrySet().stream()
                        .map(year -> new YearShare(year.getKey(), year.getValue()))
                        .toList());
    }

    private static <T> Map<T, Integer> sums(List<Share> shares, Function<Share, T> by) {
        return shares.stream()
                .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.summingInt(Share::contacts)));
    }

    private @Nullable RetentionView retention(UUID fileId, Locale locale) {
        return deadlines
                .of(fileId)
                .map(due -> rules.of(due.rule())
                        .map(rule -> new RetentionView(
                                rule.code(),
                                rule.label().in(locale),
                                due.on(),
                                RetentionSentence.of(rule, due.on(), locale)))
                        .orElseGet(() -> new RetentionView(
                                due.rule(), due.rule(), due.on(), due.on().toString())))
                .orElse(null);
    }
}
