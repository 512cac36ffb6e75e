# In place of apache/kafka: the same broker from its jars, with as much of the image's set-up as compose.yaml uses.
FROM eclipse-temurin:17-jre
COPY lib /opt/kafka/lib
ENTRYPOINT ["java", "-Xmx512m", "-cp", "/opt/kafka/lib/*", "com.movieexample.testkit.images.KafkaMain"]
