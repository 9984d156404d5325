package eu.lethe.cases.imports;

import eu.lethe.cases.imports.TakingOver.Line;
import eu.lethe.platform.web.CleanText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands which references a unit has taken over already. What is stored is a keyed hash: without the key, which is in
 * the service's configuration and not in the database, nobody tells from it which paper file it was.
 */
@Component
class References {

    private static final String ALGORITHM = "HmacSHA256";
    private final JdbcClient database;
    private final SecretKeySpec key;

    References(JdbcClient database, @Value("${lethe.imports.secret:${lethe.service.secret}}") String secret) {
        this.database = database;
        this.key = new SecretKeySpec(
                hash(
                        new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM),
                        "lethe imported references"),
                ALGORITHM);
    }

    /** In hexadecimal; the same whatever the spaces in it, what nobody sees, width and composition. */
    String hashOf(String unit, String reference) {
        return hashAsWritten(unit, plain(reference));
    }

    private static String plain(String reference) {
        return CleanText.keeping(
                Normalizer.normalize(reference, Normalizer.Form.NFKC),
                character -> !Character.isSpaceChar(character)
                        && !Character.isISOControl(character)
                        && !CleanText.isUnseen(character));
    }

    /** In hexadecimal, to the letter. */
    String hashAsWritten(String unit, String reference) {
        return HexFormat.of().formatHex(hash(key, unit + "\n" + reference));
    }

    /** Those of the hashes that the unit has taken over. */
    Set<String> takenAmong(String unit, Collection<String> hashes) {
        return database
                .sql("""
                        select reference from imported_reference
                         where unit = :unit and reference = any (cast(:hashes as text[]))""")
                .param("unit", unit)
                .param("hashes", hashes.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Takes the lines' references, in the transaction that makes the persons; gives the lines whose reference was free. */
    List<Line> take(String unit, List<Line> lines) {
        var persons = new HashSet<>(database.sql("""
                        insert into imported_reference (unit, reference, person_id)
                        select :unit, line.reference, line.person_id
                          from unnest(cast(:references as text[]), cast(:persons as uuid[])) line (reference, person_id)
                        on conflict do nothing returning person_id""")
                .param("unit", unit)
                .param("references", texts(lines, line -> line.file().reference()))
                .param("persons", texts(lines, line -> line.personId().toString()))
                .query(UUID.class)
                .list());
        return lines.stream().filter(line -> persons.contains(line.personId())).toList();
    }

    private static String[] texts(List<Line> lines, Function<Line, String> text) {
        return lines.stream().map(text).toArray(String[]::new);
    }

    /** Of an erased person not even the hash stays. */
    void forget(UUID personId) {
        database.sql("delete from imported_reference where person_id = :person")
                .param("person", personId)
                .update();
    }

    private static byte[] hash(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
