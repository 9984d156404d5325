package eu.lethe.cases.referral;

import eu.lethe.cases.merge.Reunion;
import eu.lethe.cases.person.Duplicates.Merge;
import org.springframework.stereotype.Component;

/**
 * Understands that a letter that was sent is not written anew, nor is the ground it was sent on: the duplicate goes on being read
 * through the kept record, under its own keys, and is erased with the person.
 */
@Component
class ReferralsKeepDuplicate implements Reunion {

    private final Referrals referrals;

    ReferralsKeepDuplicate(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public boolean complete(Merge merge, String unit) {
        return merge.duplicateFileId() == null
                || referrals.of(merge.duplicateFileId()).isEmpty();
    }
}
