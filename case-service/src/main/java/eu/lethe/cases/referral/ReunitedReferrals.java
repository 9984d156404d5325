package eu.lethe.cases.referral;

import eu.lethe.cases.merge.Reunion;
import eu.lethe.cases.person.Duplicates.Merge;
import eu.lethe.cases.referral.ReferralCommand.MoveReferral;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Understands that the referral of a duplicate belongs into the file that is kept, with its answers, and on the ground that it
 * was made on.
 */
@Component
class ReunitedReferrals implements Reunion {

    private final Referrals referrals;
    private final CommandGateway commands;

    ReunitedReferrals(Referrals referrals, CommandGateway commands) {
        this.referrals = referrals;
        this.commands = commands;
    }

    @Override
    public boolean complete(Merge merge, String unit) {
        var kept = merge.fileId();
        var duplicate = merge.duplicateFileId();
        if (kept == null || duplicate == null) {
            return true;
        }
        // what nobody can read any more goes with the duplicate
        var left = referrals.of(duplicate).stream()
                .filter(referral -> referral.letter() != null)
                .toList();
        left.forEach(referral ->
                commands.sendAndWait(new MoveReferral(referral.referralId(), kept, merge.personId(), merge.author())));
        return left.isEmpty();
    }
}
