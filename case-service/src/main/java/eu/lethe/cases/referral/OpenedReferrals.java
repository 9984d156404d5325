package eu.lethe.cases.referral;

import eu.lethe.cases.referral.ReferralView.AnswerView;
import eu.lethe.contracts.events.cases.ReferralEvent;
import eu.lethe.contracts.events.cases.ReferralLetter;
import eu.lethe.platform.catalogue.Recipients;
import eu.lethe.platform.journal.Admission;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.security.StaffDirectory;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Opens letters and their answers, for a worker who reads the file and for the person's own copy. */
@Component
public class OpenedReferrals {

    private final Referrals referrals;
    private final Recipients recipients;
    private final PurposeLabels purposes;
    private final Opener opener;
    private final StaffDirectory staff;

    OpenedReferrals(
            Referrals referrals, Recipients recipients, PurposeLabels purposes, Opener opener, StaffDirectory staff) {
        this.referrals = referrals;
        this.recipients = recipients;
        this.purposes = purposes;
        this.opener = opener;
        this.staff = staff;
    }

    /** The file's referrals, the latest first. */
    public List<ReferralView> of(UUID fileId, Locale reader, Admission admission) {
        var rows = referrals.of(fileId);
        var answers = referrals.answersIn(fileId);
        var reading = opener.reading(admission)
                .prepare(Stream.concat(
                        rows.stream().map(Referrals.Row::letter),
                        answers.stream().map(Referrals.Answer::answer)));
        return rows.stream().map(row -> view(row, answers, reader, reading)).toList();
    }

    private ReferralView view(Referrals.Row row, List<Referrals.Answer> answers, Locale reader, Reading reading) {
        var letter = reading.openUnlessDestroyed(ReferralEvent.LETTER, row.referralId(), row.letter());
        return new ReferralView(
                row.referralId(),
                row.recipient(),
                recipients
                        .of(row.recipient())
                        .map(known -> known.label().in(reader))
                        .orElse(row.recipient()),
                letter.map(ReferralLetter::partner).orElse(null),
                row.purpose(),
                row.purpose() == null ? null : purposes.of(row.purpose(), reader),
                row.consentId(),
                row.consentEndedOn(),
                row.compartments(),
                letter.map(ReferralLetter::text).orElse(null),
                row.date(),
                row.followUpOn(),
                row.state(),
                staff.named(row.author()),
                row.at(),
                answers.stream()
                        .filter(answer -> answer.referralId().equals(row.referralId()))
                        .map(answer -> view(answer, reading))
                        .toList());
    }

    private AnswerView view(Referrals.Answer answer, Reading reading) {
        var text = reading.openUnlessDestroyed(ReferralEvent.ANSWER, answer.answerId(), answer.answer());
        return new AnswerView(
                answer.answerId(),
                answer.outcome(),
                text.orElse(null),
                answer.answeredOn(),
                staff.named(answer.author()));
    }
}
