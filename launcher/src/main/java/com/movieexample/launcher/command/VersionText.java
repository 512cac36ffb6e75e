package com.movieexample.launcher.command;

import com.movieexample.launcher.settings.ProgramVersion;
import java.util.List;
import picocli.CommandLine.IVersionProvider;

/** Says which Marquee on which Kafka and which Java this is. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return lines().toArray(String[]::new);
    }

    static List<String> lines() {
        return List.of("Marquee " + ofMarquee(), "Apache Kafka " + ofKafka() + ", Java " + Runtime.version());
    }

    static String ofMarquee() {
        return ProgramVersion.text();
    }

    static String ofKafka() {
        return org.apache.kafka.common.utils.AppInfoParser.getVersion();
    }
}
