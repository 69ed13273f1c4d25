package cn.siyu.domain.sop;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.sop.DefinitionReader.Read;
import cn.siyu.domain.sop.SopDefinition.Exit;
import cn.siyu.domain.sop.SopDefinition.Goal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionReaderTest {
    /// Knows `mat_1` to `mat_9` and so on.
    private static final SopNaming NAMING = new SopNaming() {
        @Override
        public OptionalLong number(Kind kind, String text) {
            String prefix = prefix(kind);
            return text.matches(prefix + "_[1-9]")
                    ? OptionalLong.of(Long.parseLong(text.substring(prefix.length() + 1)))
                    : OptionalLong.empty();
        }

        @Override
        public String text(Kind kind, long number) {
            return prefix(kind) + "_" + number;
        }

        private String prefix(Kind kind) {
            return switch (kind) {
                case MATERIAL -> "mat";
                case TAG -> "tag";
                case CONTACT_WAY -> "cwy";
            };
        }
    };

    private static Map<String, @Nullable Object> map(@Nullable Object... pairs) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }

    private static final Map<String, @Nullable Object> MANUAL = map("type", "MANUAL");
    private static final Map<String, @Nullable Object> SEND = map("type", "SEND", "material", "mat_1");

    private static Map<String, @Nullable Object> withSteps(Object... steps) {
        return map("trigger", MANUAL, "steps", List.of(steps));
    }

    private static SopDefinition understood(Object tree) {
        assertThat(DefinitionReader.read(tree, NAMING)).isInstanceOf(Read.Understood.class);
        return ((Read.Understood) DefinitionReader.read(tree, NAMING)).definition();
    }

    private static List<String> refused(@Nullable Object tree) {
        assertThat(DefinitionReader.read(tree, NAMING)).isInstanceOf(Read.Refused.class);
        return ((Read.Refused) DefinitionReader.read(tree, NAMING))
                .mistakes().stream()
                        .map(each -> each.code() + " " + each.pointer()
                                + (each.suggestion() == null ? "" : " → " + each.suggestion()))
                        .toList();
    }

    @Test
    void readsADefinition() {
        var tree = map(
                "trigger",
                map("type", "RELATIONSHIP_ADDED", "contactWays", List.of("cwy_2"), "reenterAfter", "P90D"),
                "audience",
                "not dormant",
                "holdout",
                0.1,
                "steps",
                List.of(
                        map("type", "WAIT", "for", "PT2H"),
                        map("type", "SEND", "material", "mat_1", "contactClass", "SERVICE", "deadline", "PT1H"),
                        map("type", "WAIT", "until", map("day", 3, "localTime", "10:00")),
                        map("type", "TAG", "add", List.of("tag_1", "tag_2")),
                        map("type", "TASK", "kind", "CALL", "title", "回访", "script", "{{customer.nickname|朋友}}好")),
                "goal",
                map("kind", "PURCHASE", "within", "P14D"));

        var definition = understood(tree);

        assertThat(definition.trigger())
                .isEqualTo(new Trigger.RelationshipAdded(Set.of(new ContactWayId(2)), Duration.ofDays(90)));
        assertThat(definition.holdout()).isEqualTo(new Holdout(1_000));
        assertThat(definition.audience()).isNotNull();
        assertThat(definition.steps())
                .startsWith(
                        new Step.WaitFor(Duration.ofHours(2)),
                        new Step.Send(
                                new MaterialId(1), "PRIVATE_CHAT", ContactClass.SERVICE, Duration.ofHours(1), false),
                        new Step.WaitUntil(3, LocalTime.of(10, 0)),
                        new Step.Tag(Set.of(new TagId(1), new TagId(2)), Set.of()))
                .hasSize(5);
        assertThat(definition.goal()).isEqualTo(new Goal(Goal.Kind.PURCHASE, Duration.ofDays(14), true));
        assertThat(definition.exits()).containsExactlyInAnyOrder(Exit.LOSS, Exit.OPT_OUT);
    }

    @ParameterizedTest
    @CsvSource({"PT48H, P2D", "PT36H, P1DT12H", "PT90M, PT1H30M", "P14D, P14D", "PT24H1M, P1DT1M"})
    void writesWholeDaysAsDays(String given, String written) {
        var definition =
                understood(map("trigger", map("type", "MANUAL"), "steps", List.of(map("type", "WAIT", "for", given))));

        assertThat(DefinitionWriter.write(definition, SopNaming.NUMBERS).get("steps"))
                .isEqualTo(List.of(map("type", "WAIT", "for", written)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void readsWhatItWrites(int seed) {
        var definitions = new RandomDefinitions(new Random(seed));
        for (int i = 0; i < 250; i++) {
            var definition = definitions.next();
            var tree = DefinitionWriter.write(definition, SopNaming.NUMBERS);

            assertThat(DefinitionReader.read(tree, SopNaming.NUMBERS)).isEqualTo(new Read.Understood(definition));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void neverBreaksOnABrokenTree(int seed) {
        var random = new Random(seed);
        var definitions = new RandomDefinitions(random);
        var junk = new ArrayList<@Nullable Object>(List.of(
                "", "x", -1, 1e300, Double.NaN, true, List.of(), Map.of(), List.of(List.of()), Map.of("type", 7)));
        junk.add(null);
        for (int i = 0; i < 500; i++) {
            Object tree = DefinitionWriter.write(definitions.next(), SopNaming.NUMBERS);
            var broken = broken(tree, random, junk);

            if (DefinitionReader.read(broken, NAMING) instanceof Read.Refused(var mistakes)) {
                assertThat(mistakes).isNotEmpty();
            }
        }
    }

    private static @Nullable Object broken(@Nullable Object tree, Random random, List<@Nullable Object> junk) {
        if (random.nextInt(6) == 0) {
            return junk.get(random.nextInt(junk.size()));
        }
        return switch (tree) {
            case Map<?, ?> map -> {
                var other = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((name, value) -> other.put(String.valueOf(name), broken(value, random, junk)));
                yield other;
            }
            case List<?> list -> {
                var other = new ArrayList<@Nullable Object>();
                list.forEach(value -> other.add(broken(value, random, junk)));
                yield other;
            }
            case null, default -> tree;
        };
    }

    @Test
    void reportsAllMistakesInTheOrderOfTheDocument() {
        var tree = map(
                "steps",
                List.of(
                        map("type", "WAIT", "for", "-PT5M"),
                        map("type", "SENDS", "material", "mat_1"),
                        map("type", "SEND", "materiel", "mat_1"),
                        map("type", "SEND", "material", "mat_77", "contactClass", "MARKETTING"),
                        map("type", "TAG", "add", List.of("tag_1", "tag_x"))),
                "holdout",
                2,
                "audience",
                map("op", "and", "of", List.of(map("op", "isKnown", "field", "stagge"), map("op", "nope"))),
                "trigger",
                map("type", "MANUAL", "every", "P1D"));

        assertThat(refused(tree))
                .containsExactly(
                        "out-of-range /steps/0/for",
                        "unknown-code /steps/1/type → SEND",
                        "missing /steps/2/material",
                        "unknown-field /steps/2/materiel → material",
                        "unknown-material /steps/3/material",
                        "unknown-code /steps/3/contactClass → MARKETING",
                        "unknown-tag /steps/4/add/1",
                        "out-of-range /holdout",
                        "unexpected /audience/of/1/op",
                        "unknown-field /trigger/every");
    }

    static List<Object[]> mistakes() {
        return List.of(
                new Object[] {"x", "wrong-type "},
                new Object[] {map("steps", List.of(SEND)), "missing /trigger"},
                new Object[] {map("trigger", MANUAL), "missing /steps"},
                new Object[] {map("trigger", MANUAL, "steps", List.of()), "empty /steps"},
                new Object[] {map("trigger", MANUAL, "steps", Map.of()), "wrong-type /steps"},
                new Object[] {map("trigger", map("type", "AUDIENCE"), "steps", List.of(SEND)), "missing /audience"},
                new Object[] {
                    map("trigger", map("type", "RELATIONSHIP_ADED"), "steps", List.of(SEND)),
                    "unknown-code /trigger/type → RELATIONSHIP_ADDED"
                },
                new Object[] {
                    map("trigger", MANUAL, "steps", List.of(SEND), "step", List.of()), "unknown-field /step → steps"
                },
                new Object[] {
                    map("trigger", MANUAL, "steps", List.of(SEND), "audience", "dormannt"),
                    "unknown-field /audience → dormant"
                },
                new Object[] {
                    map("trigger", MANUAL, "steps", List.of(SEND), "holdout", new BigDecimal("0.00001")),
                    "out-of-range /holdout"
                },
                new Object[] {
                    map("trigger", MANUAL, "steps", List.of(SEND), "goal", map("kind", "PURCHASE")),
                    "missing /goal/within"
                },
                new Object[] {
                    map("trigger", MANUAL, "steps", List.of(SEND), "exitOn", List.of("LOST")),
                    "unknown-code /exitOn/0 → LOSS"
                },
                new Object[] {withSteps("x"), "wrong-type /steps/0"},
                new Object[] {withSteps(map("type", "WAIT")), "missing /steps/0/for"},
                new Object[] {withSteps(map("type", "WAIT", "for", "PT0S")), "out-of-range /steps/0/for"},
                new Object[] {withSteps(map("type", "WAIT", "for", "3 days")), "wrong-type /steps/0/for"},
                new Object[] {
                    withSteps(map("type", "WAIT", "for", "P1D", "until", map("day", 1, "localTime", "09:00"))),
                    "contradiction /steps/0/for"
                },
                new Object[] {
                    withSteps(map("type", "WAIT", "until", map("day", 1, "localTime", "25:00"))),
                    "wrong-type /steps/0/until/localTime"
                },
                new Object[] {
                    withSteps(map("type", "WAIT", "until", map("day", 1.5, "localTime", "09:00"))),
                    "wrong-type /steps/0/until/day"
                },
                new Object[] {
                    withSteps(map("type", "WAIT", "until", map("day", -1, "localTime", "09:00"))),
                    "out-of-range /steps/0/until/day"
                },
                new Object[] {
                    withSteps(
                            map("type", "WAIT", "until", map("day", 3, "localTime", "09:00")),
                            SEND,
                            map("type", "WAIT", "until", map("day", 2, "localTime", "10:00"))),
                    "already-past /steps/2/until/day"
                },
                new Object[] {
                    withSteps(
                            map("type", "WAIT", "for", "P3D"),
                            map("type", "WAIT", "until", map("day", 2, "localTime", "10:00"))),
                    "already-past /steps/1/until/day"
                },
                new Object[] {withSteps(map("type", "TAG")), "empty /steps/0/add"},
                new Object[] {
                    withSteps(map("type", "TAG", "add", List.of("tag_1"), "remove", List.of("tag_1"))),
                    "contradiction /steps/0/remove"
                },
                new Object[] {withSteps(map("type", "TASK", "kind", "CALL")), "missing /steps/0/title"},
                new Object[] {withSteps(map("type", "TASK", "kind", "call", "title", "x")), "unknown-code /steps/0/kind"
                },
                new Object[] {
                    withSteps(map("type", "TASK", "kind", "CALL", "title", "x", "dueIn", "P3D", "expiresIn", "P1D")),
                    "contradiction /steps/0/expiresIn"
                },
                new Object[] {
                    withSteps(map("type", "TASK", "kind", "CALL", "title", "x", "script", "{{customer.nickname}}")),
                    "fallback-needed /steps/0/script"
                },
                new Object[] {
                    withSteps(map("type", "TASK", "kind", "CALL", "title", "x", "script", "{{customer.nickame|y}}")),
                    "unknown-variable /steps/0/script → {{customer.nickname|y}}"
                });
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void pointsAtAMistake(Object tree, String mistake) {
        assertThat(refused(tree)).containsExactly(mistake);
    }
}
