package com.movieexample.launcher.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import com.movieexample.launcher.settings.LogFormat;
import com.movieexample.runtime.requests.RequestScope;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sends the log, Kafka's with it, to a file: four of them at most, 10 MB each. Without it nothing is logged, so that
 * a command's output is what the command prints.
 */
public final class LogFile {
    private static final int OLD_FILES = 3;
    private static final FileSize SIZE = new FileSize(10 * FileSize.MB_COEFFICIENT);

    /** Those that warn at every start or stop of a sound process. */
    private static final Map<String, Level> QUIETER = Map.of(
            "org.apache.kafka.controller.QuorumController", Level.ERROR,
            "org.apache.kafka.clients.NetworkClient", Level.ERROR,
            "org.apache.kafka", Level.WARN,
            "kafka", Level.WARN,
            "state.change.logger", Level.WARN,
            // Advises a setting that is deprecated.
            "org.apache.kafka.streams.StreamsConfig", Level.ERROR,
            "org.eclipse.jetty", Level.WARN,
            "io.javalin", Level.WARN);

    /** A line of a request has its id in round brackets. */
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{24} - "
            + "%replace(%X{" + RequestScope.REQUEST_ID + "}){'^(.+)$','($1) '}%msg%n";

    private static volatile boolean open;

    private LogFile() {}

    /** Whether there is a log to look into. */
    public static boolean isOpen() {
        return open;
    }

    /** @param service of the whole process; empty if there are several in it */
    public static void open(Path file, LogFormat format, Optional<String> service) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        QUIETER.forEach((name, level) -> context.getLogger(name).setLevel(level));
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(appender(context, file, encoder(format, service)));
        SLF4JBridgeHandler.install();
        open = true;
    }

    private static RollingFileAppender<ILoggingEvent> appender(
            LoggerContext context, Path file, EncoderBase<ILoggingEvent> encoder) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(file.toString());
        encoder.setContext(context);
        encoder.start();
        appender.setEncoder(encoder);
        appender.setRollingPolicy(oldFiles(context, appender, file));
        appender.setTriggeringPolicy(size(context));
        appender.start();
        return appender;
    }

    private static EncoderBase<ILoggingEvent> encoder(LogFormat format, Optional<String> service) {
        return switch (format) {
            case TEXT -> textLines();
            case JSON -> new JsonLines(service);
        };
    }

    private static PatternLayoutEncoder textLines() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(PATTERN);
        return encoder;
    }

    private static FixedWindowRollingPolicy oldFiles(
            LoggerContext context, RollingFileAppender<ILoggingEvent> appender, Path file) {
        FixedWindowRollingPolicy policy = new FixedWindowRollingPolicy();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(file + ".%i");
        policy.setMaxIndex(OLD_FILES);
        policy.start();
        return policy;
    }

    private static SizeBasedTriggeringPolicy<ILoggingEvent> size(LoggerContext context) {
        SizeBasedTriggeringPolicy<ILoggingEvent> policy = new SizeBasedTriggeringPolicy<>();
        policy.setContext(context);
        policy.setMaxFileSize(SIZE);
        policy.start();
        return policy;
    }
}
