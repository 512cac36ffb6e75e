package com.movieexample.bench.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.Producer;

/**
 * A plain producer in a JVM of its own. Argument: which one. Each line of its input is a {@link Sending}, and is answered
 * with a line, the {@link Sent}; all of it JSON. It ends with its input.
 */
public final class PlainSenderMain {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainSenderMain() {}

    public static void main(String[] arguments) throws Exception {
        PlainSender sender = JSON.readValue(arguments[0], PlainSender.class);
        BufferedReader inputs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = inputs.readLine(); line != null; line = inputs.readLine()) {
            Sending sending = JSON.readValue(line, Sending.class);
            try (Producer<byte[], byte[]> producer = sending.clients().bytesProducer("bench-intake")) {
                System.out.println(JSON.writeValueAsString(sender.send(sending, producer)));
            }
        }
    }
}
