package eu.lethe.local.architecture;

import java.util.Set;

/** Who may open what nobody is shown; whoever opens for a reader needs an admission, which the access journal alone makes. */
final class OpenedUnseen {

    static final Set<String> WHERE = Set.of(
            "INDEXING NameIndexing",
            "RESEALING ResealedRecords",
            "RESEALING ResealedContents",
            "RESEALING AttachmentContents",
            "RESEALING HouseholdResource",
            "RESEALING MergedNames",
            "COMPARING AfterBirth",
            "COMPARING DoubtsOfMerging",
            "COMPARING LaterWithdrawals",
            "COMPARING NamedPartners",
            "CLASSIFYING LookingForChildProtection",
            "COUNTING Counting",
            "COUNTING FormerSets",
            "COUNTING Pieces",
            "DRAFT_KEYS DraftKeys");

    /** What is sealed in a table of theirs and stands in no event. */
    static final String WITH_FIELDS_OF_THEIR_OWN = "eu\\.lethe\\.(cases\\.(contact\\.attachment\\.AttachmentContents"
            + "|copy\\.(Decision|CopyDecisions)|draft\\.(SealedDrafts|DraftKeys))|reporting\\.contribution\\.(ContributionSet|Piece))";

    private OpenedUnseen() {}
}
