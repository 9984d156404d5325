package eu.lethe.platform.openapi;

/** Would be called like the item of a note. */
record NoteItem(String text) {}
