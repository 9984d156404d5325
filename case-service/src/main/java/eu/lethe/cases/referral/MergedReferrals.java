package eu.lethe.cases.referral;

import eu.lethe.cases.merge.MergeStep;
import eu.lethe.cases.merge.MovingRecords;
import eu.lethe.cases.person.Duplicates.Merge;
import eu.lethe.cases.referral.ReferralCommand.MoveReferral;
import org.springframework.stereotype.Component;

/**
 * Understands that the referral of a duplicate belongs into the file that is kept, with its answers, and on the ground that it
 * was made on.
 */
@Component
class MergedReferrals implements MergeStep {

    private final Referrals referrals;
    private final MovingRecords moving;

    MergedReferrals(Referrals referrals, MovingRecords moving) {
        this.referrals = referrals;
        this.moving = moving;
    }

    @Override
    public boolean complete(Merge merge, String unit) {
        return moving.complete(
                merge,
                referrals::readableIn,
                (referral, kept) -> new MoveReferral(referral, kept, merge.personId(), merge.author()));
    }
}
