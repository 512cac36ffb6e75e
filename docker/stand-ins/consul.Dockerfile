# In place of hashicorp/consul: the stand-in that the tests use, under the program's name.
FROM eclipse-temurin:17-jre
COPY lib /opt/consul/lib
COPY consul /usr/local/bin/consul
ENTRYPOINT ["consul"]
