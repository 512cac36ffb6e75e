package com.movieexample.ingester.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests that nothing is wrong with, and the one right answer to each. */
final class GoodRequests {
    static final String INTAKE = "/v1/ratings";
    static final String JSON = "application/json";
    static final String PROTOBUF = "application/x-protobuf";
    static final String NDJSON = "application/x-ndjson";

    private GoodRequests() {}

    static FuzzRequest any(Dice dice) {
        return dice.percent(10) ? pipelined(dice) : one(dice);
    }

    private static FuzzRequest one(Dice dice) {
        Exchange exchange = exchange(dice);
        return FuzzRequest.of("good", dice, exchange.request(), exchange.answer());
    }

    /** Several in one go; the answers come in their order. */
    private static FuzzRequest pipelined(Dice dice) {
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = dice.between(2, 4); i > 0; i--) {
            exchanges.add(exchange(dice));
        }
        byte[] bytes = RawRequest.concat(
                exchanges.stream().map(exchange -> exchange.request().whole()).toArray(byte[][]::new));
        List<Expected> answers = exchanges.stream().map(Exchange::answer).toList();
        return new FuzzRequest("good, pipelined", List.of(bytes), FuzzRequest.Ending.KEEPS, answers);
    }

    record Exchange(RawRequest request, Expected answer) {}

    static Exchange exchange(Dice dice) {
        return switch (dice.below(14)) {
            case 0, 1 ->
                new Exchange(
                        put(dice), Expected.of(200).withText("\"position\":\"").with(TakenWrites::ofOne));
            case 2 -> new Exchange(putByQuery(dice), Expected.of(200).with(TakenWrites::ofOne));
            case 3 ->
                new Exchange(
                        new RawRequest("DELETE", ratingPath(dice)),
                        Expected.of(200).with(TakenWrites::ofOne));
            case 4 ->
                new Exchange(
                        new RawRequest("GET", "/rating?id=603&type=movie"),
                        Expected.ofRead(200).withText("4.5"));
            case 5 ->
                new Exchange(
                        new RawRequest("GET", "/v1/records/movie/603/rating"),
                        Expected.ofRead(200).withText("\"count\":2,"));
            case 6 ->
                new Exchange(
                        new RawRequest("GET", "/v1/records/movie/603/ratings?pageSize=1"),
                        Expected.ofRead(200).withText("\"nextPageToken\""));
            case 7 ->
                new Exchange(
                        new RawRequest("GET", "/v1/records/movie/lost-1/rating"),
                        Expected.ofRead(503).withText("not available"));
            case 8 ->
                new Exchange(new RawRequest("GET", "/nowhere"), Expected.of(404).withText("nothing is at /nowhere"));
            case 9 ->
                new Exchange(
                        new RawRequest("GET", "/health/live"), Expected.of(200).withText("\"live\""));
            case 10 -> jsonBatch(dice);
            case 11 -> messages(dice);
            case 12 -> stream(dice);
            default -> rare(dice);
        };
    }

    private static Exchange rare(Dice dice) {
        return dice.of(
                new Exchange(
                        new RawRequest("GET", "/health/ready"), Expected.of(200).withText("\"ready\"")),
                new Exchange(new RawRequest("GET", "/metrics"), Expected.of(200).withText("http_server_requests")),
                new Exchange(
                        new RawRequest("GET", "/v1/records/movie/603/ratings/trinity"),
                        Expected.ofRead(200).withText("\"value\":4")),
                new Exchange(new RawRequest("GET", "/v1/records/movie/603/ratings/smith"), Expected.ofRead(404)),
                new Exchange(
                        new RawRequest("GET", "/v1/records/movie/rating?ids=603,604"),
                        Expected.ofRead(200).withText("\"604\"")));
    }

    static String ratingPath(Dice dice) {
        return "/v1/records/movie/" + OddText.encoded(OddText.goodId(dice)) + "/ratings/"
                + OddText.encoded(OddText.goodId(dice));
    }

    private static RawRequest put(Dice dice) {
        return new RawRequest("PUT", ratingPath(dice))
                .body("{\"value\":" + JsonEvents.goodValue(dice) + ",\"ratedAt\":\"" + JsonEvents.goodTime(dice)
                        + "\"}");
    }

    private static RawRequest putByQuery(Dice dice) {
        String id = OddText.encoded(OddText.goodId(dice));
        return new RawRequest("PUT", "/rating?id=" + id + "&type=movie&userId=7&value=4.5");
    }

    static RawRequest intake(String mediaType) {
        return new RawRequest("POST", INTAKE).header("Content-Type", mediaType);
    }

    private static Exchange jsonBatch(Dice dice) {
        int count = dice.between(1, 5);
        RawRequest request = intake(JSON).body(JsonEvents.array(events(dice, count)));
        return new Exchange(request, Expected.of(200).with(items(count)).with(TakenWrites::ofBatch));
    }

    private static Stream<String> events(Dice dice, int count) {
        return IntStream.range(0, count).mapToObj(i -> JsonEvents.good(dice));
    }

    private static BiConsumer<Answer, Acknowledged> items(int count) {
        return (answer, taken) -> {
            if (answer.json().path("items").size() != count) {
                throw new AssertionError("expected " + count + " items");
            }
        };
    }

    private static Exchange messages(Dice dice) {
        int count = dice.between(1, 5);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            byte[] event = MessageEvents.good(dice);
            MessageEvents.writeDelimited(body, event, event.length);
        }
        RawRequest request = intake(PROTOBUF).body(body.toByteArray());
        return new Exchange(request, Expected.of(200).with(items(count)).with(TakenWrites::ofBatch));
    }

    private static Exchange stream(Dice dice) {
        int count = dice.between(1, 5);
        RawRequest request = intake(NDJSON).body(events(dice, count).collect(Collectors.joining("\n")));
        return new Exchange(
                request,
                Expected.of(200)
                        .withText("{\"taken\":" + count + ",\"refused\":0,")
                        .with(TakenWrites::ofStream));
    }
}
