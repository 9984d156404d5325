package eu.lethe.cases.copy;

import eu.lethe.cases.assessment.AssessmentView;
import eu.lethe.cases.copy.GivenConsents.GivenConsent;
import eu.lethe.cases.household.OwnMemberships.Own;
import eu.lethe.cases.referral.ReferralView;
import eu.lethe.cases.referral.ReferralView.AnswerView;
import eu.lethe.cases.reported.InformationForTheCopy.Masked;
import eu.lethe.contracts.events.cases.Assessment.Goal;
import eu.lethe.contracts.events.cases.Assessment.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Understands which texts of a copy are somebody's own words, and may speak of others: each has a place of its own, which is
 * the wording that it belongs to. A text without a place is never shown to who rereads, and never masked.
 */
final class CopyTexts {

    /**
     * What a text belongs to.
     *
     * @param kind as the screen calls it
     */
    record Entry(
            String kind,
            UUID recordId,
            @Nullable LocalDate date,
            @Nullable String author) {}

    /** What is printed in place of a text. */
    @FunctionalInterface
    interface Printing {

        String of(String place, Entry entry, String text);
    }

    private final Printing printing;

    private CopyTexts(Printing printing) {
        this.printing = printing;
    }

    /** The copy, with each text as it is to be printed. */
    static PersonalCopy printed(PersonalCopy copy, Printing printing) {
        return new CopyTexts(printing).of(copy);
    }

    private PersonalCopy of(PersonalCopy copy) {
        return new PersonalCopy(
                copy.madeOn(),
                copy.rereading(),
                copy.part(),
                person(copy.person()),
                copy.otherRecords().stream().map(this::person).toList(),
                copy.households().stream().map(this::household).toList(),
                copy.file(),
                copy.contacts().stream().map(this::contact).toList(),
                copy.mentionedOn(),
                copy.assessments().stream().map(this::assessment).toList(),
                copy.earlierAssessments().stream().map(this::assessment).toList(),
                copy.referrals().stream().map(this::referral).toList(),
                copy.thirdParty().stream().map(this::reported).toList(),
                copy.consents().stream().map(this::consent).toList(),
                copy.barriers(),
                copy.readers());
    }

    /** An address says with whom somebody stays. */
    private PersonalCopy.Identity person(PersonalCopy.Identity person) {
        var entry = new Entry("person", person.personId(), null, null);
        return new PersonalCopy.Identity(
                person.personId(),
                person.familyName(),
                person.givenName(),
                person.aliases(),
                person.earlierNames(),
                person.birthDate(),
                person.birthYear(),
                text("person." + person.personId() + ".address", entry, person.address()),
                person.phone(),
                person.email(),
                person.householdType());
    }

    private Own household(Own own) {
        var entry = new Entry("household", own.membershipId(), own.since(), null);
        return new Own(
                own.membershipId(),
                own.since(),
                own.until(),
                text("household." + own.membershipId() + ".relation", entry, own.relation()),
                own.others());
    }

    private PersonalCopy.Contact contact(PersonalCopy.Contact contact) {
        var entry = new Entry("contact", contact.contactId(), contact.date(), contact.author());
        var place = contactPlace(contact.revisionId());
        return new PersonalCopy.Contact(
                contact.contactId(),
                contact.revisionId(),
                contact.date(),
                text(place + ".text", entry, contact.text()),
                contact.means(),
                text(place + ".place", entry, contact.place()),
                contact.codes(),
                contact.classification(),
                contact.author(),
                contact.documents().stream().map(this::document).toList(),
                contact.earlier().stream()
                        .map(wording -> wording(contact.contactId(), wording))
                        .toList(),
                contact.withdrawn());
    }

    private PersonalCopy.Document document(PersonalCopy.Document document) {
        var entry = new Entry("document", document.attachmentId(), document.addedOn(), null);
        return new PersonalCopy.Document(
                document.attachmentId(),
                text(documentPlace(document.attachmentId()) + ".name", entry, document.name()),
                document.mediaType(),
                document.size(),
                document.addedOn(),
                document.address());
    }

    private PersonalCopy.Wording wording(UUID contactId, PersonalCopy.Wording wording) {
        var entry = new Entry("wording", contactId, wording.date(), wording.author());
        var place = contactPlace(wording.revisionId());
        return new PersonalCopy.Wording(
                wording.revisionId(),
                wording.date(),
                text(place + ".text", entry, wording.text()),
                wording.means(),
                text(place + ".place", entry, wording.place()),
                wording.author(),
                wording.writtenAt(),
                wording.replacedAt(),
                wording.reason(),
                text(place + ".reason", entry, wording.reasonText()));
    }

    private AssessmentView assessment(AssessmentView assessment) {
        var entry = new Entry(
                "assessment",
                assessment.assessmentId(),
                assessment.date(),
                assessment.author().name());
        var place = "assessment." + assessment.revisionId();
        var sections = assessment.sections();
        var goals = assessment.goals();
        return new AssessmentView(
                assessment.assessmentId(),
                assessment.revisionId(),
                assessment.date(),
                sections == null
                        ? null
                        : IntStream.range(0, sections.size())
                                .mapToObj(number -> section(place + "." + number, entry, sections.get(number)))
                                .toList(),
                goals == null
                        ? null
                        : goals.stream().map(goal -> goal(place, entry, goal)).toList(),
                assessment.author(),
                assessment.at(),
                assessment.revisions());
    }

    private Section section(String place, Entry entry, Section section) {
        return new Section(
                text(place + ".heading", entry, section.heading()), written(place + ".text", entry, section.text()));
    }

    private Goal goal(String place, Entry entry, Goal goal) {
        return new Goal(
                goal.goalId(), written(place + ".goal." + goal.goalId(), entry, goal.text()), goal.by(), goal.state());
    }

    private ReferralView referral(ReferralView referral) {
        var entry = new Entry(
                "referral",
                referral.referralId(),
                referral.date(),
                referral.author().name());
        return new ReferralView(
                referral.referralId(),
                referral.recipient(),
                referral.recipientLabel(),
                text("referral." + referral.referralId() + ".partner", entry, referral.partner()),
                referral.purpose(),
                referral.purposeLabel(),
                referral.consentId(),
                referral.consentEndedOn(),
                referral.compartments(),
                text("referral." + referral.referralId() + ".text", entry, referral.text()),
                referral.date(),
                referral.followUpOn(),
                referral.state(),
                referral.author(),
                referral.at(),
                referral.answers().stream().map(this::answer).toList());
    }

    private AnswerView answer(AnswerView answer) {
        var entry = new Entry(
                "answer",
                answer.answerId(),
                answer.answeredOn(),
                answer.author().name());
        return new AnswerView(
                answer.answerId(),
                answer.outcome(),
                text("answer." + answer.answerId() + ".text", entry, answer.text()),
                answer.answeredOn(),
                answer.author());
    }

    private Masked reported(Masked information) {
        var entry = new Entry("reported", information.informationId(), information.receivedOn(), null);
        return new Masked(
                information.informationId(),
                information.receivedOn(),
                text(reportedPlace(information.informationId()), entry, information.text()),
                information.reliability(),
                information.withheld(),
                information.toldOn(),
                information.dismissedOn(),
                information.erasedOn());
    }

    /** What the places of a contact's wording begin with. */
    static String contactPlace(UUID revisionId) {
        return "contact." + revisionId;
    }

    /** What the places of a document begin with. */
    static String documentPlace(UUID attachmentId) {
        return "document." + attachmentId;
    }

    /** Where the words of somebody who reported something stand. */
    static String reportedPlace(UUID informationId) {
        return "reported." + informationId + ".text";
    }

    private GivenConsent consent(GivenConsent consent) {
        var entry = new Entry("consent", consent.consentId(), consent.grantedOn(), null);
        return new GivenConsent(
                consent.consentId(),
                consent.purpose(),
                consent.label(),
                consent.recipient(),
                text("consent." + consent.consentId() + ".partner", entry, consent.partner()),
                consent.compartments(),
                consent.given(),
                consent.language(),
                text("consent." + consent.consentId() + ".note", entry, consent.note()),
                consent.grantedOn(),
                consent.withdrawnOn());
    }

    private @Nullable String text(String place, Entry entry, @Nullable String text) {
        return text == null ? null : written(place, entry, text);
    }

    private String written(String place, Entry entry, String text) {
        return text.isBlank() ? text : printing.of(place, entry, text);
    }

    /** Each text with its place, in the order of the copy. */
    static List<Passage> in(PersonalCopy copy) {
        var passages = new ArrayList<Passage>();
        printed(copy, (place, entry, text) -> {
            passages.add(new Passage(place, entry, text));
            return text;
        });
        return passages;
    }

    /** A text of a copy. */
    record Passage(String place, Entry entry, String text) {

        @Override
        public String toString() {
            return "Passage[" + place + "]";
        }
    }
}
