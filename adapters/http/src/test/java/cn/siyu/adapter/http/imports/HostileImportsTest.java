package cn.siyu.adapter.http.imports;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.World;
import cn.siyu.application.insight.HostileFile;
import cn.siyu.application.insight.ImportKind;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever stands in a file, it is refused or its good rows are taken; it never ends in a fault.
class HostileImportsTest {
    private static LongStream seeds() {
        return LongStream.range(0, Long.getLong("siyu.test.seeds", 60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void takesTheGoodRowsAndTellsTheOthers(long seed) {
        var file = HostileFile.of(seed, "h" + seed);

        Answer done = send(file.kind(), file.content());

        assertThat(done.status()).as(done.toString()).isIn(201, 400, 413, 415, 422);
        if (file.readable()) {
            assertThat(done.status()).as(done.toString()).isEqualTo(201);
            Answer again = send(file.kind(), file.good());
            assertThat(again.at("rowsRepeated")).as(again.toString()).isEqualTo(Integer.toString(file.goodRows()));
        }
    }

    private static Answer send(ImportKind kind, byte[] file) {
        return Api.send(HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + Api.port() + "/v1/brands/demo/imports?source=shop&kind=" + kind))
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Authorization", "Bearer " + World.KEY.text())
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build());
    }
}
