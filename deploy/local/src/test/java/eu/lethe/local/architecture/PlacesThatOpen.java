package eu.lethe.local.architecture;

import java.util.Set;

/** The classes that may open sealed data, all of them: whoever adds one has to add it here, and say why in review. */
final class PlacesThatOpen {

    static final Set<String> NAMES = Set.of(
            "OpenedIdentities",
            "OpenedContacts",
            "OpenedReasons",
            "OpenedRelations",
            "OpenedAssessments",
            "OpenedReferrals",
            "OpenedInformation",
            "ResealedContents",
            "ResealedRecords",
            "AttachmentContents",
            "SealedDrafts",
            "DraftKeys",
            "ConsentResource",
            "Counting",
            "ContributionSets");

    private PlacesThatOpen() {}
}
