package cn.siyu.adapter.wecomsimulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Journals: their short lines, their growth, and their end.
class CompactRowsTest {
    private static final List<String> TEXTS =
            List.of("", "老王", "a\tb", "line\nbreak", "back\\slash", "\\0", "\\t", "😀", "\u0000", " ", "{", "#");

    private static String text(RandomGenerator random) {
        return TEXTS.get(random.nextInt(TEXTS.size()))
                + (random.nextBoolean() ? "" : TEXTS.get(random.nextInt(TEXTS.size())));
    }

    private static List<String> texts(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(3)).mapToObj(_ -> text(random)).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsWhatItWrote(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (var i = 0; i < 500; i++) {
            var customer = new CustomerRow(
                    random.nextInt(),
                    text(random),
                    text(random),
                    1,
                    random.nextInt(3),
                    random.nextBoolean() ? null : text(random));
            var relation = RelationRow.fresh(customer, text(random), random.nextLong(), random.nextInt(), text(random))
                    .withRemarks(text(random), text(random), text(random), texts(random));
            for (var row : List.of(customer, relation)) {
                var line = Objects.requireNonNull(CompactRows.line(row));
                assertThat(new String(line, StandardCharsets.UTF_8)).doesNotContain("\n");
                assertThat(CompactRows.row(line, 0, line.length)).isEqualTo(row);
            }
        }
    }

    private static Corp corp(World world, int customers) {
        return world.create(new CorpRow("wwdemo", "demo", true), corp -> {
                    for (var i = 0; i < customers; i++) {
                        var row = new CustomerRow(i, "wm" + i, "客户" + i, 1, 0, null);
                        corp.put(row);
                        corp.put(RelationRow.fresh(row, "ada", 1_772_416_800L, 1, ""));
                    }
                })
                .orElseThrow();
    }

    private static List<Row> reopened(Path directory) {
        try (var world = World.open(InstantSource.system(), directory)) {
            return world.corp("wwdemo").orElseThrow().snapshot();
        }
    }

    @Test
    void dropsTheLastLineWhereverItWasTorn(@TempDir Path directory) throws IOException {
        var journal = directory.resolve("wwdemo.journal");
        List<Row> before;
        try (var world = World.open(InstantSource.system(), directory)) {
            before = corp(world, 50).snapshot();
        }
        var whole = Files.readAllBytes(journal);
        var torn = "C\t50\twm50\t客户\t1\t0\t\\0".getBytes(StandardCharsets.UTF_8);
        for (var length = 1; length <= torn.length; length++) {
            Files.write(journal, whole);
            Files.write(journal, Arrays.copyOf(torn, length), StandardOpenOption.APPEND);
            assertThat(reopened(directory)).as("torn after %d bytes", length).isEqualTo(before);
            assertThat(Files.size(journal)).isEqualTo(whole.length);
        }
    }

    @Test
    void goesOnBehindATornLine(@TempDir Path directory) throws IOException {
        try (var world = World.open(InstantSource.system(), directory)) {
            corp(world, 3);
        }
        Files.writeString(directory.resolve("wwdemo.journal"), "{\"t\":\"cus\",\"num", StandardOpenOption.APPEND);
        try (var world = World.open(InstantSource.system(), directory)) {
            var corp = world.corp("wwdemo").orElseThrow();
            corp.locked(() -> corp.put(new CustomerRow(3, "wm3", "new", 1, 0, null)));
        }
        assertThat(reopened(directory)).contains(new CustomerRow(3, "wm3", "new", 1, 0, null));
    }

    @Test
    void readsAJournalOfJsonLinesOnly(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("wwdemo.journal"), """
                {"t":"corp","corpId":"wwdemo","name":"demo","limits":true}
                {"t":"clock","stepped":true,"now":1772416800,"granularity":60}
                {"t":"cus","number":0,"externalUserId":"wm0","name":"老王","type":1,"gender":0,"unionid":null}
                """);
        var rows = reopened(directory);
        assertThat(rows).contains(new CustomerRow(0, "wm0", "老王", 1, 0, null), new ClockRow(true, 1_772_416_800L, 60));
        assertThat(Files.readString(directory.resolve("wwdemo.journal")))
                .startsWith("#C")
                .contains("\nC\t0\twm0\t");
        assertThat(reopened(directory)).isEqualTo(rows);
    }

    @Test
    void isWrittenAnewWhenMostOfItIsTrueNoLonger(@TempDir Path directory) throws IOException {
        var journal = directory.resolve("wwdemo.journal");
        List<Row> before;
        try (var world = World.open(InstantSource.system(), directory)) {
            var corp = corp(world, 1);
            var sizes = new ArrayList<Long>();
            for (var piece = 0; piece < 50; piece++) {
                var text = "remark " + piece;
                corp.locked(() -> {
                    for (var i = 0; i < 10_000; i++) {
                        var relation = corp.contacts().relation(0, "ada").orElseThrow();
                        corp.put(relation.withRemarks(text + i, "", "", List.of()));
                    }
                });
                sizes.add(Files.size(journal));
            }
            assertThat(sizes).anyMatch(size -> size < 10_000);
            assertThat(sizes).allMatch(size -> size < 25_000_000);
            before = corp.snapshot();
        }
        assertThat(reopened(directory)).isEqualTo(before);
    }
}
