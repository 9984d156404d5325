package eu.lethe.cases.merge;

import eu.lethe.cases.person.Duplicates.Merge;

/**
 * What one subject keeps of a duplicate, and how it comes to the record that is kept, sealed anew under that person's keys.
 * Each subject contributes its own.
 */
public interface MergeStep {

    /**
     * Moves what is still the duplicate's. It is asked again until there is nothing left, also after a crash in the middle.
     *
     * @return whether nothing is left
     */
    boolean complete(Merge merge, String unit);
}
