package com.movieexample.query.titles;

import com.movieexample.api.InvalidInputException;
import com.movieexample.query.catalog.Hits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Titles of movies, by number, in memory. One thread writes; any thread searches, and finds what was there at the last
 * {@link #show()}. Owns all of it.
 */
final class TitleIndex implements AutoCloseable {
    static final String WORD = "word";
    static final String FORM = "form";
    static final String WHOLE = "whole";
    static final String NUMBER = "number";

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 12;

    /** With as many hits nobody looks for a typing error. */
    private static final int ENOUGH = 5;

    private static final FieldType WORDS = new FieldType();

    static {
        WORDS.setIndexOptions(IndexOptions.DOCS);
        WORDS.setOmitNorms(true);
        WORDS.setTokenized(true);
        WORDS.freeze();
    }

    private final ByteBuffersDirectory memory = new ByteBuffersDirectory();
    private final TitleForms forms = new TitleForms();
    private final TitleAnalyzer typed = TitleAnalyzer.ofParts();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    TitleIndex() throws IOException {
        writer = new IndexWriter(memory, new IndexWriterConfig(TitleAnalyzer.ofTitles()));
        searchers = new SearcherManager(writer, null);
    }

    void put(int number, String asWritten) throws IOException {
        String title = composed(asWritten);
        Document document = new Document();
        document.add(new StringField(NUMBER, Integer.toString(number), Field.Store.NO));
        document.add(new NumericDocValuesField(NUMBER, number));
        document.add(new Field(WORD, title, WORDS));
        document.add(new StringField(WHOLE, forms.whole(title), Field.Store.NO));
        for (String form : forms.of(title)) {
            document.add(new StringField(FORM, form, Field.Store.NO));
        }
        writer.updateDocument(key(number), document);
    }

    /** The same letter may be written as one character or as two, and a number above the line. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    void remove(int number) throws IOException {
        writer.deleteDocuments(key(number));
    }

    void clear() throws IOException {
        writer.deleteAll();
    }

    private static Term key(int number) {
        return new Term(NUMBER, Integer.toString(number));
    }

    /** Lets searches find what was written until now. */
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** @throws InvalidInputException for what has no word, or too many */
    Hits search(String text) {
        List<String> words = words(text);
        TitleQuery query = new TitleQuery(words);
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                Hits strict = find(searcher, query.strict());
                if (strict.size() >= ENOUGH) {
                    return strict;
                }
                Hits lenient = find(searcher, query.lenient());
                return lenient.size() > 0 || words.size() < 3 ? lenient : find(searcher, query.partial());
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> words(String text) {
        List<String> words = text.length() > LONGEST ? List.of() : typed.words(composed(text));
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw new InvalidInputException(
                    "q", text, "1 to " + MOST_WORDS + " words, at most " + LONGEST + " characters");
        }
        return words;
    }

    private static Hits find(IndexSearcher searcher, Query query) throws IOException {
        return searcher.search(query, HitCollector.ALL);
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        memory.close();
    }
}
