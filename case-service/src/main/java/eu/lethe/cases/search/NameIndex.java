package eu.lethe.cases.search;

import eu.lethe.contracts.events.cases.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Understands the names of the persons who can be found, and how they sound. It is in memory and nowhere else, and gone
 * with the process.
 */
final class NameIndex implements AutoCloseable {

    static final String ID = "id";
    static final String UNIT = "unit";
    static final String WORD = "word";
    static final String SOUND = "sound";
    static final String METAPHONE = "metaphone";
    static final String BIRTH_YEAR = "birthYear";
    private static final String FAMILY_NAME = "familyName";
    private static final String GIVEN_NAME = "givenName";
    private static final String BIRTH_DATE = "birthDate";

    /** A person found, best first. */
    record Found(
            UUID personId,
            String unit,
            String familyName,
            @Nullable String givenName,
            @Nullable LocalDate birthDate) {

        @Override
        public String toString() {
            return "Found[" + personId + "]";
        }
    }

    private final IndexWriter writer;
    private final SearcherManager searchers;

    NameIndex() {
        try {
            // what leaves the index leaves memory with the next clean-up, however little of a segment it was
            var merging = new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
            writer = new IndexWriter(
                    new ByteBuffersDirectory(), new IndexWriterConfig(new KeywordAnalyzer()).setMergePolicy(merging));
            searchers = new SearcherManager(writer, null);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** Adds a person, or replaces what was known of them. */
    void put(UUID personId, String unit, Identity identity) {
        var document = new Document();
        document.add(new StringField(ID, personId.toString(), Store.YES));
        document.add(new StringField(UNIT, unit, Store.YES));
        document.add(new StoredField(FAMILY_NAME, identity.familyName()));
        if (identity.givenName() != null) {
            document.add(new StoredField(GIVEN_NAME, identity.givenName()));
        }
        if (identity.birthDate() != null) {
            document.add(new StoredField(BIRTH_DATE, identity.birthDate().toString()));
            document.add(new StringField(
                    BIRTH_YEAR, Integer.toString(identity.birthDate().getYear()), Store.NO));
        }
        for (var word : words(identity)) {
            document.add(new StringField(WORD, word, Store.NO));
            document.add(new StringField(SOUND, FrenchSound.of(word), Store.NO));
            document.add(new StringField(METAPHONE, metaphone(word), Store.NO));
        }
        change(() -> writer.updateDocument(new Term(ID, personId.toString()), document));
    }

    /** Takes a person out. */
    void remove(UUID personId) {
        change(() -> writer.deleteDocuments(new Term(ID, personId.toString())));
    }

    /** Takes everybody out. */
    void clear() {
        change(writer::deleteAll);
    }

    /** Frees the memory of what was taken out. */
    void compact() {
        change(() -> {
            if (writer.hasDeletions()) {
                writer.forceMergeDeletes();
                writer.deleteUnusedFiles();
            }
        });
    }

    /** How many persons can be found. */
    int size() {
        return writer.getDocStats().numDocs;
    }

    /** The best matches among a unit's persons. */
    List<Found> find(String text, String unit, int atMost) {
        return NameQuery.of(text, unit)
                .map(query -> {
                    try {
                        searchers.maybeRefreshBlocking();
                        var searcher = searchers.acquire();
                        try {
                            var found = new ArrayList<Found>();
                            for (var hit : searcher.search(query, atMost).scoreDocs) {
                                found.add(found(searcher.storedFields().document(hit.doc)));
                            }
                            return found;
                        } finally {
                            searchers.release(searcher);
                        }
                    } catch (IOException inMemory) {
                        throw new UncheckedIOException(inMemory);
                    }
                })
                .orElseGet(ArrayList::new);
    }

    static String metaphone(String word) {
        // the coder keeps no state, but is not documented to be safe for threads
        return Optional.ofNullable(new DoubleMetaphone().doubleMetaphone(word)).orElse("");
    }

    private static List<String> words(Identity identity) {
        var words = new ArrayList<>(NameWords.of(identity.familyName()));
        if (identity.givenName() != null) {
            words.addAll(NameWords.of(identity.givenName()));
        }
        return words;
    }

    private static Found found(Document document) {
        var birthDate = document.get(BIRTH_DATE);
        return new Found(
                UUID.fromString(document.get(ID)),
                document.get(UNIT),
                document.get(FAMILY_NAME),
                document.get(GIVEN_NAME),
                birthDate == null ? null : LocalDate.parse(birthDate));
    }

    private interface Change {
        void make() throws IOException;
    }

    private static void change(Change change) {
        try {
            change.make();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }
}
