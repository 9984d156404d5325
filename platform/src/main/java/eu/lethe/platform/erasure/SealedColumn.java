package eu.lethe.platform.erasure;

/**
 * Understands one place where a service keeps something sealed, and what is left of it once its key is gone.
 *
 * @param owner the column that says whose it is, or empty where the table is so small that all of it is looked at
 */
public record SealedColumn(String table, String owner, String column, Remains remains) {

    private static final String IS_GONE = "key_of(%3$s) = any (cast(:keys as text[]))";
    private static final String NAMED = "unreadable = array_append(unreadable, split_part(key_of(%3$s), '.', 2))";

    private enum Remains {
        THE_ROW("update %1$s set %3$s = null where %2$s" + IS_GONE),
        THE_ROW_NAMING_WHAT_IS_MISSING("update %1$s set %3$s = null, " + NAMED + " where %2$s" + IS_GONE),
        NOTHING("delete from %1$s where %2$s" + IS_GONE),
        NOTHING_OF_THE_COMPARTMENT("delete from %1$s where %2$scompartment = any (cast(:compartments as text[]))"),
        NOTHING_OF_THE_KEY("delete from %1$s where %2$s%3$s = any (cast(:keys as text[]))");

        private final String statement;

        Remains(String statement) {
            this.statement = statement;
        }
    }

    /** It is emptied, and the rest of its row stays. */
    public static SealedColumn emptied(String table, String column) {
        return new SealedColumn(table, "person_id", column, Remains.THE_ROW);
    }

    /** It is emptied, and the row's {@code unreadable} names the compartment, so that a reader is told what is missing. */
    public static SealedColumn named(String table, String column) {
        return new SealedColumn(table, "person_id", column, Remains.THE_ROW_NAMING_WHAT_IS_MISSING);
    }

    /** Its row goes with it. */
    public static SealedColumn withItsRow(String table, String column) {
        return new SealedColumn(table, "person_id", column, Remains.NOTHING);
    }

    /** Its row goes with it, in a table that is small and does not say whose it is. */
    public static SealedColumn withItsRowInSmall(String table, String column) {
        return new SealedColumn(table, "", column, Remains.NOTHING);
    }

    /** It holds something sealed somewhere in it; its row goes with the {@code compartment} that it is of. */
    public static SealedColumn withItsCompartment(String table, String column) {
        return new SealedColumn(table, "person_id", column, Remains.NOTHING_OF_THE_COMPARTMENT);
    }

    /** It only names the key of what lies beside it. */
    public static SealedColumn keyOfItsRow(String table, String column) {
        return new SealedColumn(table, "", column, Remains.NOTHING_OF_THE_KEY);
    }

    /** As in the database. */
    public String name() {
        return table + "." + column;
    }

    String statement() {
        return remains.statement.formatted(table, owner.isEmpty() ? "" : owner + " = :person and ", column);
    }
}
