package cn.siyu.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairCommandTest {
    private static final Map<String, String> ALONE = LiveBrand.settings("http://127.0.0.1:9");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path home;

    private int repair() throws Exception {
        return new RepairCommand(home, new PrintStream(said, true, StandardCharsets.UTF_8)).repair();
    }

    @Test
    void theProductGoesOnWithADatabaseThatWasWrittenAnew() throws Exception {
        try (var product = RunningProduct.live(home, ALONE)) {
            LiveBrand.make(product.api());
        }

        assertThat(repair()).as(said.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(home.resolve("siyu-before-repair.mv.db")).exists();
        assertThat(home.resolve("repair.sql")).doesNotExist();

        try (var product = RunningProduct.live(home, ALONE)) {
            assertThat(product.api()
                            .get("/v1/brands/" + LiveBrand.SLUG + "/staff?limit=500")
                            .path("items"))
                    .hasSize(LiveBrand.MEMBERS);
            product.api()
                    .post("/v1/brands/" + LiveBrand.SLUG + "/departments", "{\"name\":\"new\",\"kind\":\"STORE\"}");
        }
    }

    @Test
    void aHomeWithoutADatabaseIsLeftAlone() throws Exception {
        assertThat(repair()).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("no embedded database");
        assertThat(home).isEmptyDirectory();
    }
}
