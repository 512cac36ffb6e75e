# In place of eclipse-temurin:17-jre: Debian's own Java.
FROM debian:bookworm-slim
# The JRE's package wants to put manual pages there, and the slim image has no such folder.
RUN mkdir -p /usr/share/man/man1 \
    && apt-get update \
    && apt-get install -y --no-install-recommends openjdk-17-jre-headless \
    && rm -rf /var/lib/apt/lists/*
