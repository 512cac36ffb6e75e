package com.movieexample.ingester.fuzz;

/** Single ratings and reads of them, with wrong paths, parameters and bodies. */
final class RecordRequests {
    private RecordRequests() {}

    static FuzzRequest any(Dice dice) {
        return switch (dice.below(6)) {
            case 0 -> putBody(dice);
            case 1 -> putByQuery(dice);
            case 2 -> delete(dice);
            case 3 -> read(dice);
            case 4 -> strangePath(dice);
            default -> strangeMethod(dice);
        };
    }

    private static String id(Dice dice) {
        return OddText.encoded(dice, OddText.mostlyGood(dice));
    }

    private static String ratingPath(Dice dice) {
        return "/v1/records/" + dice.of("movie", "movie", id(dice)) + "/" + id(dice) + "/ratings/" + id(dice);
    }

    private static Expected write() {
        // A path that has no part where an id belongs is another path: none, or one without this method.
        return Expected.of(200, 400, 404, 405, 414).with(TakenWrites::ofOne);
    }

    private static FuzzRequest putBody(Dice dice) {
        String value = dice.percent(30) ? JsonEvents.goodValue(dice) : JsonEvents.oddValue(dice);
        String more = dice.percent(50) ? "" : ",\"ratedAt\":" + JsonEvents.oddValue(dice);
        String body = dice.percent(90) ? "{\"value\":" + value + more + "}" : JsonEvents.oddValue(dice);
        RawRequest request =
                new RawRequest("PUT", ratingPath(dice)).body(ByteDamage.maybe(dice, ByteDamage.encode(dice, body)));
        if (dice.percent(30)) {
            request.header(
                    "Content-Type",
                    dice.of("application/json", "text/plain", "a/b; charset=nonsense", "a/b; charset=?", "", "\u00e9"));
        }
        return FuzzRequest.of("PUT", dice, request, write());
    }

    private static FuzzRequest putByQuery(Dice dice) {
        StringBuilder query = new StringBuilder("/rating?");
        for (String name : new String[] {"id", "type", "userId", "value", "ratedAt", "providerId"}) {
            for (int times = dice.percent(90) ? 1 : dice.of(0, 2); times > 0; times--) {
                query.append(dice.percent(97) ? name : id(dice))
                        .append('=')
                        .append(parameter(dice, name))
                        .append('&');
            }
        }
        return FuzzRequest.of("PUT by query", dice, new RawRequest("PUT", query.toString()), write());
    }

    private static String parameter(Dice dice, String name) {
        if (dice.percent(10)) {
            return id(dice);
        }
        return switch (name) {
            case "value" ->
                dice.of("4.5", "4.5", "4.5", "NaN", "1e999999999", "-1", "9".repeat(30), "4%2e5", "+4", "0x4");
            case "ratedAt" ->
                dice.of("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "now", "%2B1000000000-01-01T00:00:00Z");
            default -> OddText.encoded(OddText.goodId(dice));
        };
    }

    private static FuzzRequest delete(Dice dice) {
        RawRequest request =
                new RawRequest("DELETE", ratingPath(dice) + dice.of("", "?ratedAt=" + id(dice), "?" + id(dice)));
        if (dice.percent(10)) {
            request.body(JsonEvents.oddValue(dice));
        }
        return FuzzRequest.of("DELETE", dice, request, write());
    }

    private static FuzzRequest read(Dice dice) {
        String path = switch (dice.below(6)) {
            case 0 -> "/rating?id=" + id(dice) + "&type=" + id(dice);
            case 1 -> "/v1/records/movie/" + id(dice) + "/rating";
            case 2 ->
                "/v1/records/movie/rating?ids=" + (id(dice) + ",").repeat(dice.between(1, 4)) + "&ids=" + id(dice);
            case 3 -> "/v1/records/movie/603/ratings?pageToken=" + pageToken(dice) + "&pageSize=" + pageSize(dice);
            case 4 -> ratingPath(dice);
            default -> "/v1/records/movie/rating?ids=" + "1,".repeat(dice.between(90, 2_000));
        };
        RawRequest request = new RawRequest(dice.percent(90) ? "GET" : "HEAD", path);
        if (dice.percent(30)) {
            HeaderRequests.addPosition(dice, request);
        }
        return FuzzRequest.of("read", dice, request, Expected.ofRead(200, 400, 404, 405, 414, 431));
    }

    private static String pageToken(Dice dice) {
        return dice.of("", "AAAA", "AAAAAAAA", "====", "%00", "_-_-_-_-", "/w", "x".repeat(3_000), id(dice));
    }

    private static String pageSize(Dice dice) {
        return dice.of("1", "1000", "0", "-1", "1001", "99999999999999999999", "1.0", "", "%D9%A1", "NaN");
    }

    private static FuzzRequest strangePath(Dice dice) {
        String path = dice.of(
                "/",
                "//",
                "/.",
                "/..",
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/v1/../metrics",
                "/v1//ratings",
                "/v1/ratings/",
                "/V1/RATINGS",
                "/v1/ratings;a=b",
                "/v1/ratings%00",
                "/v1/ratings%2F",
                "/v1/records/movie/603/rating/",
                "/v1/records///ratings/",
                "/health",
                "/health/live/../ready",
                "/rating?" + "&".repeat(dice.below(3_000)),
                "/rating?" + "a=b&".repeat(dice.below(1_500)),
                "/rating?%=%",
                "/?" + id(dice) + "#fragment",
                "*",
                "rating",
                "http://localhost/rating?id=603",
                "http://other.host:99/health/live",
                "http://",
                "https://[::1/rating",
                "ftp://localhost/rating",
                "/" + "x".repeat(dice.between(1, 20_000)),
                "/" + "%41".repeat(dice.between(1, 3_000)),
                "/\u00e9\u00ff",
                "/a\\b",
                "/a|b^c`d{e}",
                "/\u007f",
                "/" + id(dice) + "/" + id(dice));
        String method = dice.of("GET", "GET", "POST", "PUT", "DELETE", "HEAD");
        Expected answer = Expected.ofRead(200, 400, 404, 405, 414, 415, 431);
        return FuzzRequest.last("path", dice, new RawRequest(method, path), answer);
    }

    private static FuzzRequest strangeMethod(Dice dice) {
        String method = dice.of(
                "HEAD",
                "OPTIONS",
                "PATCH",
                "TRACE",
                "CONNECT",
                "get",
                "PROPFIND",
                "QUERY",
                "M-SEARCH",
                "_",
                "X" + dice.anyLong());
        String path =
                dice.of("/v1/ratings", "/rating?id=603", "/metrics", "/health/live", "/nowhere", ratingPath(dice), "*");
        RawRequest request = new RawRequest(method, path);
        if (dice.percent(20)) {
            request.body("{\"value\":4}").header("Content-Length", "11");
        }
        return FuzzRequest.last("method", dice, request, Expected.ofRead(200, 400, 404, 405, 414));
    }
}
