package com.movieexample.launcher.demo;

import com.movieexample.launcher.process.Addresses;
import com.movieexample.launcher.terminal.Terminal;

/** An address to open, and lines to copy into another terminal. */
final class ThingsToTry {
    private final Terminal terminal;
    private final Addresses addresses;

    ThingsToTry(Terminal terminal, Addresses addresses) {
        this.terminal = terminal;
        this.addresses = addresses;
    }

    void print(String movieId) {
        line("open " + addresses.movie().url() + "/?user=me#/movie/" + movieId + " in a browser");
        line("curl 'http://" + addresses.movie().http() + "/v1/movies/" + movieId + "'");
        line("curl 'http://" + addresses.movie().http() + "/v1/movies?ids=" + movieId + ",the-matrix'");
        line("curl -i -X PUT 'http://" + addresses.rating().http() + "/rating?id=the-matrix&userId=me&value=4.5'");
        line("curl 'http://" + addresses.rating().http() + "/v1/records/movie/the-matrix/rating'");
        line("curl 'http://" + addresses.movie().http() + "/health/ready'");
        line("./marquee grpc " + addresses.movie().grpc()
                + " MovieService/GetMovieDetails '{\"movieId\": \"the-matrix\"}'");
        line("kcat -C -b " + addresses.bootstrapServers() + " -t ratings -o -5 -e -f '%t/%p:%o  %k\\n'");
        terminal.say("");
    }

    private void line(String command) {
        terminal.say("  " + command);
    }
}
