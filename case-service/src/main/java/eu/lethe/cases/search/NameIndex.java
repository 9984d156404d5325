package eu.lethe.cases.search;

import eu.lethe.contracts.events.cases.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Understands the names of the persons who can be found, and how they sound. It is in memory and nowhere else, and gone
 * with the process.
 */
public final class NameIndex implements AutoCloseable {

    /**
     * A person found, best first.
     *
     * @param birthYear where the day is not known
     */
    public record Found(
            UUID personId,
            String unit,
            String familyName,
            @Nullable String givenName,
            @Nullable LocalDate birthDate,
            @Nullable Integer birthYear) {

        @Override
        public String toString() {
            return "Found[" + personId + "]";
        }
    }

    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** Nobody is in it yet. */
    public NameIndex() {
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
    public void put(UUID personId, String unit, Identity identity) {
        var document = NameDocument.of(personId, unit, identity);
        change(() -> writer.updateDocument(entry(personId), document));
    }

    /** Lets another unit find a person, and the one before no longer. */
    void move(UUID personId, String unit) {
        entryOf(personId).ifPresent(known -> put(personId, unit, NameDocument.names(known)));
    }

    /** Takes a person out. */
    void remove(UUID personId) {
        change(() -> writer.deleteDocuments(entry(personId)));
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
    public int size() {
        return writer.getDocStats().numDocs;
    }

    /** The best matches among a unit's persons. */
    public List<Found> find(String text, String unit, int atMost) {
        return documents(prepared -> NameQuery.of(text, unit, prepared), atMost).stream()
                .map(NameDocument::found)
                .toList();
    }

    /** Who may be meant, in whichever unit. The best matches first. */
    List<Found> find(SoughtElsewhere sought, int atMost) {
        return documents(sought::query, atMost).stream()
                .filter(near -> sought.names(NameDocument.names(near)))
                .map(NameDocument::found)
                .toList();
    }

    /**
     * Which of the unit's persons may be the one who is so called: by a name that is near and born on that day, or in that year where
     * a day is not known, or by the very name where not even a year is. The best matches first.
     */
    public List<UUID> near(Identity identity, String unit, int atMost) {
        return NearPersons.ways(identity, unit).stream()
                .filter(way -> !documents(_ -> Optional.of(way.first()), 1).isEmpty())
                .flatMap(way -> documents(way::then, atMost).stream())
                .map(near -> NameDocument.found(near).personId())
                .distinct()
                .limit(atMost)
                .toList();
    }

    /** The unit whose workers find the person. */
    Optional<String> unitOf(UUID personId) {
        return get(personId).map(Found::unit);
    }

    /** A person by id. */
    Optional<Found> get(UUID personId) {
        return entryOf(personId).map(NameDocument::found);
    }

    private Optional<Document> entryOf(UUID personId) {
        return documents(_ -> Optional.of(new TermQuery(entry(personId))), 1).stream()
                .findFirst();
    }

    private List<Document> documents(Function<UnaryOperator<Query>, Optional<Query>> asked, int atMost) {
        try {
            searchers.maybeRefreshBlocking();
            var searcher = searchers.acquire();
            try {
                var query = asked.apply(part -> rewritten(searcher, part));
                if (query.isEmpty()) {
                    return List.of();
                }
                var stored = searcher.storedFields();
                var found = new ArrayList<Document>();
                for (var hit : searcher.search(query.get(), atMost).scoreDocs) {
                    found.add(stored.document(hit.doc));
                }
                return found;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static Query rewritten(IndexSearcher searcher, Query query) {
        try {
            return searcher.rewrite(query);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static Term entry(UUID personId) {
        return new Term(NameDocument.ID, personId.toString());
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
