package eu.lethe.platform.journal;

/** Understands why something is opened that nobody is shown, so that the access journal says nothing of it. */
public enum Unseen implements Warrant {
    /** Names go into the index, in memory; who finds somebody by it is written down as searching. */
    INDEXING,
    /** What belongs to another record, or to another person, is sealed again for it. */
    RESEALING,
    /** Two things are compared, records that become one or partners by name: whether they differ is told, not what they say. */
    COMPARING,
    /** How long a file is kept depends on what is in it: what kind of file it is, is told, not by what that is known. */
    CLASSIFYING,
    /** Codes become figures. */
    COUNTING,
    /** The key of a browser's own drafts goes to the member of staff who types them; it says nothing of anybody. */
    DRAFT_KEYS
}
