package com.movieexample.query.titles;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter.StemmerOverrideMap;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts text into words without regard to case and accents. Apostrophes are left out ({@code schindlers}), {@code &} is
 * {@code and}, {@code Dr.} is {@code doctor}, and what is hyphenated or dotted comes in parts, when it is indexed also as one word ({@code spider},
 * {@code man}, {@code spiderman}).
 */
final class TitleAnalyzer extends Analyzer {
    private static final int PARTS =
            WordDelimiterGraphFilter.GENERATE_WORD_PARTS | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS;
    private static final NormalizeCharMap SIGNS = signs();

    private static final StemmerOverrideMap ABBREVIATIONS = abbreviations();

    private final int delimiting;

    private TitleAnalyzer(int delimiting) {
        this.delimiting = delimiting;
    }

    /** For what is indexed. */
    static TitleAnalyzer ofTitles() {
        return new TitleAnalyzer(PARTS | WordDelimiterGraphFilter.CATENATE_ALL);
    }

    /** For what is searched, and for whole titles. */
    static TitleAnalyzer ofParts() {
        return new TitleAnalyzer(PARTS);
    }

    private static NormalizeCharMap signs() {
        NormalizeCharMap.Builder signs = new NormalizeCharMap.Builder();
        signs.add("&", " and ");
        for (String apostrophe : List.of("'", "’", "‘", "`", "´", "ʼ")) {
            signs.add(apostrophe, "");
        }
        return signs.build();
    }

    private static StemmerOverrideMap abbreviations() {
        StemmerOverrideFilter.Builder words = new StemmerOverrideFilter.Builder();
        words.add("dr", "doctor");
        words.add("mr", "mister");
        words.add("vs", "versus");
        try {
            return words.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new WhitespaceTokenizer();
        TokenStream parts = new WordDelimiterGraphFilter(words, delimiting, null);
        TokenStream plain = new ASCIIFoldingFilter(new LowerCaseFilter(parts));
        return new TokenStreamComponents(words, new StemmerOverrideFilter(plain, ABBREVIATIONS));
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(SIGNS, reader);
    }

    /** In their order. */
    List<String> words(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = tokenStream("", new StringReader(text))) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
