package eu.lethe.cases.search;

import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.sealing.KeyId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Understands the names of the persons who can be found, and how they sound. It is in memory and nowhere else, and gone
 * with the process. What it holds was opened once, so that with each answer it asks whether the key of a name may still be used:
 * nobody is found by a name whose key was taken, though no message said so.
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

    private final Function<Collection<KeyId>, Set<KeyId>> usable;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /**
     * Nobody is in it yet.
     *
     * @param usable those of the keys that may be used now
     */
    public NameIndex(Function<Collection<KeyId>, Set<KeyId>> usable) {
        this.usable = usable;
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

    /**
     * Adds a person, or replaces what was known of them.
     *
     * @param key the one that the name was sealed under
     */
    public void put(UUID personId, String unit, KeyId key, Identity identity) {
        var document = NameDocument.of(personId, unit, key, identity);
        change(() -> writer.updateDocument(entry(personId), document));
    }

    /** Lets another unit find a person, and the one before no longer. */
    void move(UUID personId, String unit) {
        entryOf(personId).ifPresent(known -> put(personId, unit, NameDocument.key(known), NameDocument.names(known)));
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

    /**
     * The best matches among a unit's persons.
     *
     * @throws eu.lethe.platform.sealing.KeysUnavailable when a key is not held and retention-service is away, here and below
     */
    public List<Found> find(String text, String unit, int atMost) {
        return leased(documents(prepared -> NameQuery.of(text, unit, prepared), atMost))
                .map(NameDocument::found)
                .toList();
    }

    /** Who may be meant, in whichever unit. The best matches first. */
    List<Found> find(SoughtElsewhere sought, int atMost) {
        var named = documents(sought::query, atMost).stream()
                .filter(near -> sought.names(NameDocument.names(near)))
                .toList();
        return leased(named).map(NameDocument::found).toList();
    }

    /**
     * Which of the unit's persons may be the one who is so called: by a name that is near and born on that day, or in that year where
     * a day is not known, or by the very name where not even a year is. The best matches first.
     */
    public List<UUID> near(Identity identity, String unit, int atMost) {
        return NearPersons.ways(identity, unit).stream()
                .filter(way -> !documents(_ -> Optional.of(way.first()), 1).isEmpty())
                .flatMap(way -> leased(documents(way::then, atMost)))
                .map(near -> NameDocument.found(near).personId())
                .distinct()
                .limit(atMost)
                .toList();
    }

    /** The unit whose workers find the person, once the key of their name may be used. */
    Optional<String> unitOf(UUID personId) {
        return entryOf(personId).map(NameDocument::found).map(Found::unit);
    }

    /** Persons by id. */
    List<Found> all(Collection<UUID> personIds) {
        var entries = new TermInSetQuery(
                NameDocument.ID,
                personIds.stream().map(id -> new BytesRef(id.toString())).toList());
        return personIds.isEmpty()
                ? List.of()
                : leased(documents(_ -> Optional.of(entries), personIds.size()))
                        .map(NameDocument::found)
                        .toList();
    }

    private Optional<Document> entryOf(UUID personId) {
        return documents(_ -> Optional.of(new TermQuery(entry(personId))), 1).stream()
                .findFirst();
    }

    private Stream<Document> leased(List<Document> found) {
        var keys = found.stream().map(NameDocument::key).toList();
        var leased = usable.apply(keys);
        return IntStream.range(0, found.size())
                .filter(place -> leased.contains(keys.get(place)))
                .mapToObj(found::get);
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
