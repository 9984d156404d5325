package eu.lethe.local.journey;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Understands what a dump of the keys' table holds about a person, and whether the keys in it can still be had. */
record KeyDump(List<Row> wrapped) {

    /**
     * @param wrapped the content key under its epoch key, kid as associated data; hexadecimal
     */
    record Row(String kid, int epoch, String wrapped) {}

    static KeyDump of(String personId, RunningStack stack) throws Exception {
        var rows = new ArrayList<Row>();
        try (var database = stack.database("retention");
                var query = database.prepareStatement(
                        "select compartment, generation, epoch, wrapped from content_key where person_id = ?::uuid")) {
            query.setString(1, personId);
            var found = query.executeQuery();
            while (found.next()) {
                rows.add(new Row(
                        personId + "." + found.getString(1) + "." + found.getInt(2),
                        found.getInt(3),
                        HexFormat.of().formatHex(found.getBytes(4))));
            }
        }
        return new KeyDump(rows);
    }

    /** Whether any epoch key that the store holds today opens any key of the dump. */
    boolean unwrappableWith(RunningStack stack) throws Exception {
        var epochs = EpochKeysToday.of(stack);
        return wrapped.stream().anyMatch(row -> epochs.anyOpens(HexFormat.of().parseHex(row.wrapped()), row.kid()));
    }
}
