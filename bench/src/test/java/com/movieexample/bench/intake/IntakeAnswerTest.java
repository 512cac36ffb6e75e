package com.movieexample.bench.intake;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.movieexample.bench.contest.WrongAnswerException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IntakeAnswerTest {
    private static final IntakeLines LINES = new IntakeLines(7, 650);

    private static final String FIRST_FIELD = Flaw.BROKEN_JSON.field();

    private final List<String> said = new ArrayList<>();

    private void sayAllThatIsBad() {
        LongStream.rangeClosed(1, LINES.size())
                .forEach(number -> LINES.flaw(number).ifPresent(flaw -> said.add(refusal(number, flaw.field()))));
    }

    private static String refusal(long number, String field) {
        return "{\"line\":%d,\"problem\":{\"field\":\"%s\"}}".formatted(number, field);
    }

    private void sumUp(int taken, int refused) {
        said.add("{\"summary\":{\"taken\":%d,\"refused\":%d}}".formatted(taken, refused));
    }

    private void check() throws JsonProcessingException {
        IntakeAnswer answer = new IntakeAnswer("ingester", LINES);
        for (String line : said) {
            answer.add(line);
        }
        answer.end();
    }

    private void expectWrong(String difference) {
        assertThatThrownBy(this::check).isInstanceOf(WrongAnswerException.class).hasMessageContaining(difference);
    }

    @Test
    void theBadLinesMayBeNamedInAnyOrder() {
        sayAllThatIsBad();
        Collections.reverse(said);
        sumUp(644, 6);

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void aBadLineThatIsNotNamedIsAWrongAnswer() {
        sayAllThatIsBad();
        said.remove(2);
        sumUp(644, 6);

        expectWrong("is bad and was not named");
    }

    @Test
    void aBadLineThatIsNamedTwiceIsAWrongAnswer() {
        sayAllThatIsBad();
        said.add(said.get(2));
        sumUp(644, 6);

        expectWrong("was refused twice");
    }

    @Test
    void aGoodLineThatIsNamedIsAWrongAnswer() {
        sayAllThatIsBad();
        said.add(refusal(650, "value"));

        expectWrong("a good line was refused: {\"line\":650");
    }

    @Test
    void aRefusalThatNamesAnotherFieldIsAWrongAnswer() {
        sayAllThatIsBad();
        said.set(0, said.get(0).replace(FIRST_FIELD, "providerId"));

        expectWrong("expected a refusal of " + FIRST_FIELD);
    }

    @Test
    void aSummaryThatCountsOtherwiseIsAWrongAnswer() {
        sayAllThatIsBad();
        sumUp(643, 6);

        expectWrong("expected 644 taken and 6 refused");
    }

    @Test
    void anAnswerWithoutASummaryIsAWrongAnswer() {
        sayAllThatIsBad();

        expectWrong("it has no summary");
    }

    @Test
    void anAnswerThatEndsInAProblemIsAWrongAnswer() {
        said.add("{\"problem\":{\"status\":503}}");

        expectWrong("it said {\"problem\"");
    }
}
