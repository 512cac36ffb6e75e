package com.movieexample.query.titles;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * What is searched for, as queries whose score is how well a title fits: whole numbers that come from the title and the
 * words alone, never from how frequent a word is, so that no other movie moves them. A title that is just what was typed
 * comes before one that begins so, that before one that has all the words, whole words before beginnings, and those before
 * words with a typing error.
 */
final class TitleQuery {
    /** With its article. */
    private static final float SAME_THROUGHOUT = 4_096;

    private static final float SAME_TITLE = 2_048;
    private static final float BEGINS_SO = 1_024;
    private static final float WORD = 16;
    private static final float BEGINNING = 12;
    private static final float BEGINNING_INSIDE = 8;
    private static final float ONE_ERROR = 4;
    private static final float TWO_ERRORS = 2;

    /** A shorter word with an error is another word too often. */
    private static final int ERROR_FROM = 3;

    private static final int ERROR_IN_BEGINNING_FROM = 4;
    private static final int TWO_ERRORS_FROM = 8;

    private final List<String> words;

    TitleQuery(List<String> words) {
        this.words = words;
    }

    /** All words as they are, or beginnings of them. */
    Query strict() {
        return each(false);
    }

    /** Also with typing errors. */
    Query lenient() {
        return each(true);
    }

    /** All words but one, also with typing errors. */
    Query partial() {
        BooleanQuery.Builder all = new BooleanQuery.Builder().setMinimumNumberShouldMatch(words.size() - 1);
        for (int i = 0; i < words.size(); i++) {
            all.add(word(words.get(i), i == words.size() - 1, true), Occur.SHOULD);
        }
        return all.build();
    }

    /** What was typed as two words may be one in the title. */
    private Query each(boolean errors) {
        List<Query> readings = new ArrayList<>();
        readings.add(all(words, errors));
        for (int i = 0; i + 1 < words.size(); i++) {
            List<String> joined = new ArrayList<>(words);
            joined.set(i, joined.get(i) + joined.remove(i + 1));
            readings.add(all(joined, errors));
        }
        return new DisjunctionMaxQuery(readings, 0);
    }

    private static Query all(List<String> words, boolean errors) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean onlyArticles = words.stream().allMatch(Articles::isOne);
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            boolean optional = Articles.isOne(words.get(i)) && !onlyArticles && !last;
            all.add(word(words.get(i), last, errors), optional ? Occur.SHOULD : Occur.MUST);
        }
        String form = TitleForms.one(words);
        all.add(worth(SAME_TITLE, new TermQuery(new Term(TitleIndex.FORM, form))), Occur.SHOULD);
        all.add(
                worth(SAME_THROUGHOUT, new TermQuery(new Term(TitleIndex.WHOLE, TitleForms.whole(words)))),
                Occur.SHOULD);
        all.add(worth(BEGINS_SO, new PrefixQuery(new Term(TitleIndex.FORM, form))), Occur.SHOULD);
        return all.build();
    }

    private static Query word(String word, boolean last, boolean errors) {
        Term term = new Term(TitleIndex.WORD, word);
        List<Query> ways = new ArrayList<>();
        ways.add(worth(WORD, new TermQuery(term)));
        if (last || word.length() >= ERROR_FROM) {
            ways.add(worth(last ? BEGINNING : BEGINNING_INSIDE, new PrefixQuery(term)));
        }
        if (errors && word.length() >= ERROR_FROM) {
            ways.add(worth(ONE_ERROR, new FuzzyQuery(term, 1)));
        }
        if (errors && last && word.length() >= ERROR_IN_BEGINNING_FROM) {
            ways.add(worth(ONE_ERROR, beginningWithAnError(term)));
        }
        if (errors && word.length() >= TWO_ERRORS_FROM) {
            ways.add(worth(TWO_ERRORS, new FuzzyQuery(term, 2)));
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query beginningWithAnError(Term beginning) {
        LevenshteinAutomata near = new LevenshteinAutomata(beginning.text(), true);
        return new AutomatonQuery(beginning, Operations.concatenate(near.toAutomaton(1), Automata.makeAnyString()));
    }

    private static Query worth(float score, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }
}
