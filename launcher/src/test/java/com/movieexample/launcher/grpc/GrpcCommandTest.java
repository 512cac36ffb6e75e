package com.movieexample.launcher.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.InvalidInputException;
import com.movieexample.launcher.process.LaunchException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class GrpcCommandTest {
    private static final String DETAILS = "movieexample.v1.MovieService/GetMovieDetails";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeServices services;
    private Exception failure;

    @BeforeEach
    void startServices() throws IOException {
        services = new FakeServices();
    }

    @AfterEach
    void stopServices() {
        services.close();
    }

    private int grpc(String... arguments) {
        return new CommandLine(new GrpcCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    failure = e;
                    return 3;
                })
                .execute(arguments);
    }

    @Test
    void printsTheAnswerAsJson() {
        assertThat(grpc(services.address(), DETAILS, "{\"movieId\":\"Amélie/%\"}"))
                .isZero();
        assertThat(out.toString())
                .isEqualToIgnoringWhitespace("{\"movieDetails\":{\"metadata\":{\"title\":\"Amélie/%\"}}}");
    }

    @Test
    void takesAMethodWithoutItsPackageAndAFieldByItsProtoName() {
        assertThat(grpc(services.address(), "MovieService/GetMovieDetails", "{\"movie_id\":\"603\"}"))
                .isZero();
        assertThat(out.toString()).contains("\"title\": \"603\"");
    }

    @Test
    void sendsHeaders() {
        assertThat(grpc(services.address(), DETAILS, "{\"movieId\":\"603\"}", "-H", "Marquee-Position: ratings/3:1042"))
                .isZero();
        assertThat(out.toString()).contains("\"description\": \"ratings/3:1042\"");
    }

    @Test
    void printsEachAnswerOfAStream() {
        assertThat(grpc(services.address(), "RatingsViewService/DumpRatingsView"))
                .isZero();
        assertThat(out.toString()).containsSubsequence("movie/1", "}\n{", "movie/2");
    }

    @Test
    void tellsAnErrorByItsCode() {
        assertThat(grpc(services.address(), DETAILS)).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("NOT_FOUND: there is no metadata for it");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void tellsWhatAServiceDoesNotHave() {
        assertThat(grpc(services.address(), "RatingService/PutRating")).isEqualTo(1);
        assertThat(err.toString()).startsWith("UNIMPLEMENTED: ");
    }

    @Test
    void listsTheMethodsThereAre() {
        assertThat(grpc(services.address(), "MovieService/Nothing")).isEqualTo(2);
        assertThat(err.toString())
                .contains("there is no method \"MovieService/Nothing\"")
                .contains(DETAILS)
                .contains("movieexample.v1.MetadataService/PutMetadata")
                .contains("movieexample.v1.RatingService/PutRating")
                .contains("movieexample.v1.RatingsViewService/DumpRatingsView");
    }

    @Test
    void namesTheFieldsThereAre() {
        grpc(services.address(), DETAILS, "{\"id\":\"603\"}");

        assertThat(failure)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("GetMovieDetailsRequest", "the fields movieId", "id");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesWhatIsNoJsonNoHeaderAndNoAddress() {
        grpc(services.address(), DETAILS, "{");
        assertThat(failure).isInstanceOf(InvalidInputException.class).hasMessageStartingWith("request is \"{\"");

        assertThat(grpc(services.address(), DETAILS, "-H", "nothing")).isEqualTo(2);
        assertThat(err.toString()).contains("-H is \"nothing\", expected NAME:VALUE");

        grpc("localhost", DETAILS);
        assertThat(failure)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("address is \"localhost\"");
    }

    @Test
    void saysWhereNobodyAnswers() throws IOException {
        String nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "127.0.0.1:" + socket.getLocalPort();
        }

        assertThat(grpc(nobody, DETAILS)).isEqualTo(3);
        assertThat(failure)
                .isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("no service answers at " + nobody + ": ");
        grpc("nobody.invalid:1", DETAILS);
        assertThat(failure).hasMessageStartingWith("no service answers at nobody.invalid:1: ");
    }
}
