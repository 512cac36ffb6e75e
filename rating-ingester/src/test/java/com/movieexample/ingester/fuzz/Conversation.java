package com.movieexample.ingester.fuzz;

import com.movieexample.ingester.fuzz.FuzzRequest.Ending;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Requests in their turn over one connection, and over another one whenever it ends. Not thread-safe. */
final class Conversation implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;
    private static final long DRIP_MS = 5;

    private final int port;
    private final Acknowledged taken;
    private final IntConsumer statuses;
    private Socket socket;
    /** Over the same connection, in case that an answer is to another request than the last one. */
    private String before;

    private AnswerReader answers;

    /** @param statuses is told that of each answer */
    Conversation(int port, Acknowledged taken, IntConsumer statuses) {
        this.port = port;
        this.taken = taken;
        this.statuses = statuses;
    }

    /** @throws AssertionError if an answer is wrong or missing */
    void exchange(FuzzRequest request) throws IOException, InterruptedException {
        if (socket == null) {
            connect();
        }
        boolean sent = send(request);
        try {
            if (request.ending() == Ending.KEEPS) {
                readEach(request);
            } else {
                readToTheEnd(request, sent);
            }
        } catch (AssertionError e) {
            close();
            throw e;
        } catch (IOException e) {
            close();
            if (request.ending() != Ending.BREAKS_OFF) {
                throw new AssertionError("no answer: " + e, e);
            }
        }
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        before = "nothing";
        answers = new AnswerReader(new BufferedInputStream(socket.getInputStream()));
    }

    /** Whether all could be sent: a server may close a connection that it does not want to read more from. */
    private boolean send(FuzzRequest request) throws InterruptedException {
        try {
            OutputStream out = socket.getOutputStream();
            boolean first = true;
            for (byte[] piece : request.pieces()) {
                if (!first) {
                    Thread.sleep(DRIP_MS);
                }
                out.write(piece);
                first = false;
            }
            if (request.ending() != Ending.KEEPS) {
                socket.shutdownOutput();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void readEach(FuzzRequest request) throws IOException {
        for (Expected expected : request.answers()) {
            Answer answer =
                    answers.next(expected.toHead()).orElseThrow(() -> new AssertionError("the connection was closed"));
            statuses.accept(answer.status());
            check(expected, answer);
            if (answer.closes()) {
                close();
                return;
            }
        }
        if (request.pieces().size() > 1) {
            // What was answered before it had come to its end may cost the connection, and the answer can't say so.
            close();
        }
    }

    private void readToTheEnd(FuzzRequest request, boolean sent) throws IOException {
        Expected expected = request.answers().get(0);
        Optional<Answer> answer = answers.next(expected.toHead());
        if (answer.isEmpty() && request.ending() == Ending.ENDS) {
            throw new AssertionError("no answer" + (sent ? "" : ", and the request was not read to its end"));
        }
        while (answer.isPresent()) {
            statuses.accept(answer.get().status());
            check(expected, answer.get());
            expected = MalformedRequests.ANY;
            // What follows then is of no request: of a HEAD that it can't read Jetty forgets that it is one.
            answer = answer.get().closes() ? Optional.empty() : answers.next(false);
        }
        close();
    }

    private void check(Expected expected, Answer answer) {
        try {
            expected.check(answer, taken);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(e.getMessage() + ", but it was " + answer + "\nafter " + before, e);
        }
        before = answer.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
