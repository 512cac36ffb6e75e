package com.movieexample.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {
    @Test
    void decodesNamesAndValuesOnce() {
        QueryParameters query = QueryParameters.parse("id=a%2541+b%2Bc&%C3%A9=%3D&&flag");
        assertThat(query.required("id")).isEqualTo("a%41 b+c");
        assertThat(query.required("é")).isEqualTo("=");
        assertThat(query.required("flag")).isEmpty();
        assertThat(query.optional("other")).isEmpty();
    }

    @Test
    void keepsACommaInASingleValue() {
        assertThat(QueryParameters.parse("q=a,b%2Cc").required("q")).isEqualTo("a,b,c");
    }

    @Test
    void separatesManyValuesBeforeDecoding() {
        assertThat(QueryParameters.parse("ids=a%2Cb,c&x=1&ids=d").all("ids")).containsExactly("a,b", "c", "d");
        assertThat(QueryParameters.parse("ids=a,,b,").all("ids")).containsExactly("a", "", "b", "");
        assertThat(QueryParameters.parse("").all("ids")).isEmpty();
    }

    @Test
    void asksForWhatIsRequired() {
        assertThatThrownBy(() -> QueryParameters.parse("x=1").required("id"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("id is empty, expected a value");
    }

    @Test
    void refusesASingleParameterThatIsRepeated() {
        assertThatThrownBy(() -> QueryParameters.parse("id=1&id=2").optional("id"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("id is \"1, 2\", expected one value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%4z", "%FF", "%C3", "%C0%80", "%ED%A0%80", "a%-1"})
    void refusesWhatIsNoPercentEncodedUtf8(String value) {
        assertThatThrownBy(() -> QueryParameters.parse("id=" + value).required("id"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("id is \"" + value + "\", expected percent-encoded UTF-8");
    }
}
