package eu.lethe.cases.copy;

import eu.lethe.cases.assessment.AssessmentView;
import eu.lethe.cases.copy.GivenConsents.GivenConsent;
import eu.lethe.cases.referral.ReferralView;
import eu.lethe.platform.document.PdfDocument;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays a person's copy out as a document, in French or in English. */
final class CopyDocument {

    private final PersonalCopy copy;
    private final CopySheet sheet;

    CopyDocument(PersonalCopy copy, Locale reader, ZoneId zone) {
        this.copy = copy;
        this.sheet = new CopySheet(reader, zone);
    }

    /** The document. */
    byte[] pdf() {
        new CopyHead(sheet).write(copy);
        person();
        if (copy.part() == null || copy.part().number() == 1) {
            whole();
        } else {
            new CopiedContacts(sheet).write(copy);
        }
        sheet.page().section(sheet.word("rights")).paragraph(sheet.word("rights.text"));
        return PdfDocument.of(sheet.page());
    }

    private void whole() {
        households();
        file();
        new CopiedContacts(sheet).write(copy);
        assessments();
        referrals();
        thirdParty();
        consents();
        barriers();
        readers();
    }

    private void person() {
        sheet.page().section(sheet.word("person"));
        identity(copy.person());
        copy.otherRecords().forEach(other -> {
            sheet.page().paragraph(sheet.word("otherRecord"));
            identity(other);
        });
    }

    private void identity(PersonalCopy.Identity person) {
        var facts = new LinkedHashMap<String, String>();
        sheet.put(facts, "familyName", person.familyName());
        sheet.put(facts, "givenName", person.givenName());
        sheet.put(facts, "aliases", String.join(", ", person.aliases()));
        sheet.put(facts, "earlierNames", String.join(", ", person.earlierNames()));
        sheet.put(facts, "birthDate", person.birthDate() == null ? null : sheet.day(person.birthDate()));
        sheet.put(
                facts,
                "birthYear",
                person.birthYear() == null ? null : person.birthYear().toString());
        sheet.put(facts, "address", person.address());
        sheet.put(facts, "phone", person.phone());
        sheet.put(facts, "email", person.email());
        sheet.put(
                facts,
                "householdType",
                person.householdType() == null ? null : sheet.word("household." + person.householdType()));
        sheet.facts(facts);
    }

    private void households() {
        sheet.page().section(sheet.word("living"));
        if (!copy.households().isEmpty()) {
            sheet.page()
                    .table(
                            List.of(
                                    sheet.word("living.since"),
                                    sheet.word("living.until"),
                                    sheet.word("living.as"),
                                    sheet.word("living.with")),
                            copy.households().stream()
                                    .map(own -> List.of(
                                            own.since() == null ? "–" : sheet.day(own.since()),
                                            own.until() == null ? "–" : sheet.day(own.until()),
                                            own.relation() == null ? "–" : own.relation(),
                                            others(own.others())))
                                    .toList());
        }
        sheet.nothing(copy.households());
    }

    private String others(int others) {
        return switch (others) {
            case 0 -> sheet.word("living.others.none");
            case 1 -> sheet.word("living.others.one");
            default -> sheet.word("living.others.many").formatted(others);
        };
    }

    private void file() {
        var file = copy.file();
        sheet.page().section(sheet.word("file"));
        if (file == null) {
            sheet.page().paragraph(sheet.word("nothing"));
            return;
        }
        var facts = new LinkedHashMap<String, String>();
        sheet.put(facts, "unit", file.unitLabel());
        sheet.put(facts, "openedOn", sheet.day(file.openedOn()));
        sheet.put(facts, "referent", file.referent());
        sheet.put(facts, "kept", file.keptUntil());
        sheet.put(facts, "closedOn", file.closedOn() == null ? null : sheet.day(file.closedOn()));
        sheet.put(
                facts,
                "closingReason",
                file.closingReason() == null ? null : sheet.word("closing." + file.closingReason()));
        sheet.facts(facts);
    }

    private void assessments() {
        sheet.page().section(sheet.word("assessments"));
        copy.assessments().forEach(assessment -> {
            assessment(assessment);
            copy.earlierAssessments().stream()
                    .filter(earlier -> earlier.assessmentId().equals(assessment.assessmentId()))
                    .forEach(earlier -> {
                        sheet.page().paragraph(sheet.word("earlier.assessment").formatted(sheet.moment(earlier.at())));
                        assessment(earlier);
                    });
        });
        sheet.nothing(copy.assessments());
    }

    private void assessment(AssessmentView assessment) {
        sheet.page()
                .subsection(sheet.heading(assessment.date(), assessment.author().name()));
        var sections = assessment.sections();
        if (sections == null) {
            sheet.written(null);
            return;
        }
        sections.forEach(section -> {
            if (section.heading() != null) {
                sheet.page().paragraph(section.heading());
            }
            sheet.page().written(section.text());
        });
        var goals = assessment.goals();
        if (goals != null && !goals.isEmpty()) {
            sheet.page().paragraph(sheet.word("goals"));
            sheet.page()
                    .list(goals.stream()
                            .map(goal -> goal.text() + " (" + sheet.word("goal." + goal.state())
                                    + (goal.by() == null
                                            ? ""
                                            : sheet.word("goal.by").formatted(sheet.day(goal.by()))) + ")")
                            .toList());
        }
    }

    private void referrals() {
        sheet.page().section(sheet.word("referrals"));
        copy.referrals().forEach(this::referral);
        sheet.nothing(copy.referrals());
    }

    private void referral(ReferralView referral) {
        sheet.page()
                .subsection(sheet.day(referral.date()) + " : " + referral.recipientLabel()
                        + (referral.partner() == null ? "" : " (" + referral.partner() + ")"));
        var facts = new LinkedHashMap<String, String>();
        sheet.put(facts, "shared", sheet.compartments(referral.compartments()));
        sheet.put(facts, "purpose", referral.purposeLabel());
        sheet.put(facts, "state", sheet.word("state." + referral.state()));
        sheet.facts(facts);
        sheet.written(referral.text());
        referral.answers().forEach(answer -> {
            sheet.page().paragraph(sheet.day(answer.answeredOn()) + " : " + sheet.word("state." + answer.outcome()));
            if (answer.text() != null) {
                sheet.page().written(answer.text());
            }
        });
    }

    private void thirdParty() {
        sheet.page().section(sheet.word("thirdParty")).paragraph(sheet.word("thirdParty.text"));
        copy.thirdParty().forEach(information -> {
            sheet.page().subsection(sheet.day(information.receivedOn()));
            if (information.withheld()) {
                sheet.page().paragraph(sheet.word("withheld"));
            } else {
                sheet.written(information.text());
            }
            if (information.reliability() != null) {
                sheet.page()
                        .paragraph(sheet.word("reliability")
                                .formatted(sheet.word("reliable." + information.reliability())));
            }
            if (information.toldOn() != null) {
                sheet.page().paragraph(sheet.word("told").formatted(sheet.day(information.toldOn())));
            }
            if (information.dismissedOn() != null) {
                sheet.page().paragraph(sheet.word("dismissed").formatted(sheet.day(information.dismissedOn())));
            }
        });
        sheet.nothing(copy.thirdParty());
    }

    private void consents() {
        sheet.page().section(sheet.word("consents"));
        if (!copy.consents().isEmpty()) {
            sheet.page()
                    .table(
                            List.of(
                                    sheet.word("purpose"),
                                    sheet.word("data"),
                                    sheet.word("consent.given"),
                                    sheet.word("grantedOn"),
                                    sheet.word("withdrawnOn")),
                            copy.consents().stream()
                                    .map(consent -> List.of(
                                            consent.partner() == null
                                                    ? consent.label()
                                                    : consent.label() + " (" + consent.partner() + ")",
                                            sheet.compartments(consent.compartments()),
                                            given(consent),
                                            sheet.day(consent.grantedOn()),
                                            consent.withdrawnOn() == null ? "–" : sheet.day(consent.withdrawnOn())))
                                    .toList());
        }
        sheet.nothing(copy.consents());
    }

    /** How a consent was given, in which language, and what was noted. */
    private String given(GivenConsent consent) {
        if (consent.given() == null) {
            return sheet.word("consent.erased");
        }
        var spoken = consent.language() == null
                ? null
                : Locale.forLanguageTag(consent.language()).getDisplayLanguage(sheet.language());
        return Stream.of(sheet.word("given." + consent.given()), spoken, consent.note())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private void barriers() {
        sheet.page().section(sheet.word("barriers"));
        if (!copy.barriers().isEmpty()) {
            sheet.page()
                    .list(copy.barriers().stream()
                            .map(barrier -> sheet.word("barrier." + barrier.kind())
                                    .formatted(sheet.day(barrier.since()), sheet.word("why." + barrier.reason())))
                            .toList());
        }
        sheet.nothing(copy.barriers());
    }

    private void readers() {
        sheet.page().section(sheet.word("readers"));
        if (!copy.readers().isEmpty()) {
            sheet.page().paragraph(sheet.word("readers.text"));
            sheet.page()
                    .table(
                            List.of(
                                    sheet.word("who"),
                                    sheet.word("why"),
                                    sheet.word("times"),
                                    sheet.word("when"),
                                    sheet.word("data")),
                            ReadingsSummedUp.of(copy.readers()).stream()
                                    .map(summed -> List.of(
                                            summed.reader() == null ? sheet.word("unnamed") : summed.reader(),
                                            sheet.word("reason." + summed.reason()),
                                            Integer.toString(summed.times()),
                                            between(summed),
                                            sheet.compartments(summed.compartments())))
                                    .toList());
        }
        sheet.nothing(copy.readers());
    }

    private String between(ReadingsSummedUp.Line summed) {
        var first = sheet.day(summed.first());
        var last = sheet.day(summed.last());
        return first.equals(last) ? first : sheet.word("between").formatted(first, last);
    }
}
