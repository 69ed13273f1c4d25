package cn.siyu.adapter.http.answer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WritesOverTheWireTest {
    private static final String CRATES = "/v1/brands/demo/crates";

    @Test
    void createsWithLocationAndVersion() {
        Answer answer = Api.post(CRATES, crate(name()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(CRATES + "/" + answer.at("id"));
        assertThat(answer.header("ETag")).startsWith("\"1-");
        Answer read = Api.get(CRATES + "/" + answer.at("id"));
        assertThat(read.text()).isEqualTo(answer.text());
        assertThat(read.header("ETag")).isEqualTo(answer.header("ETag"));
        assertThat(read.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void beginsAgainWhenSomebodyElseWasInTheWay() {
        World.RACES.set(2);
        Answer answer = Api.post(CRATES, crate("raced-" + name()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @Test
    void saysSoWhenSomebodyElseStaysInTheWay() {
        World.RACES.set(3);
        String name = "raced-" + name();
        Answer refused = Api.post(CRATES, crate(name));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.at("code")).isEqualTo("concurrent-change");
        assertThat(Api.post(CRATES, crate(name)).status())
                .as("nothing of it stayed")
                .isEqualTo(201);
    }

    @Nested
    class Reading {
        @Test
        void answers304ToWhoHasItAlready() {
            Answer created = Api.post(CRATES, crate(name()));
            String path = CRATES + "/" + created.at("id");
            String tag = String.valueOf(created.header("ETag"));
            Answer known = Api.get(path, "If-None-Match", "\"x\", " + tag);
            assertThat(known.status()).as(known.toString()).isEqualTo(304);
            assertThat(known.text()).isEmpty();
            assertThat(known.header("ETag")).isEqualTo(tag);
            assertThat(Api.get(path + "?fields=id", "If-None-Match", tag).status())
                    .isEqualTo(200);
            Answer list = Api.get(CRATES + "?limit=1");
            assertThat(Api.get(CRATES + "?limit=1", "If-None-Match", String.valueOf(list.header("ETag")))
                            .status())
                    .isEqualTo(304);
        }

        @Test
        void answersHeadWithoutABody() {
            Answer created = Api.post(CRATES, crate(name()));
            Answer head = Api.send("HEAD", CRATES + "/" + created.at("id"), null);
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("ETag")).isEqualTo(created.header("ETag"));
            assertThat(head.text()).isEmpty();
        }
    }

    @Nested
    class Changing {
        private final Answer created = Api.post(CRATES, crate(name()));
        private final String path = CRATES + "/" + created.at("id");

        @Test
        void needsTheVersionThatItsAuthorHasSeen() {
            Answer without = patch("{\"weight\":7}");
            assertThat(without.status()).isEqualTo(428);
            assertThat(without.at("code")).isEqualTo("version-required");
            Answer right = patch("{\"weight\":7}", "If-Match", String.valueOf(created.header("ETag")));
            assertThat(right.status()).as(right.toString()).isEqualTo(200);
            assertThat(right.at("weight")).isEqualTo("7");
            assertThat(right.at("name")).isEqualTo(created.at("name"));
            Answer stale = patch("{\"weight\":8}", "If-Match", String.valueOf(created.header("ETag")));
            assertThat(stale.status()).isEqualTo(412);
            assertThat(stale.header("ETag")).isEqualTo("\"2\"");
            assertThat(stale.at("errors", "0", "header")).isEqualToIgnoringCase("If-Match");
        }

        @Test
        void tellsMistakesOfAPatchWithTheirPlaces() {
            Answer answer = patch("{\"version\":3,\"weight\":0,\"label\":{},\"colour\":1}", "If-Match", "\"1\"");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.count("errors")).isEqualTo(4);
            assertThat(answer.text())
                    .contains("\"/version\"")
                    .contains("\"/weight\"")
                    .contains("\"/label\"")
                    .contains("\"/colour\"")
                    .contains("read-only");
        }

        private Answer patch(String body, String... headers) {
            List<String> all = new ArrayList<>(List.of("Content-Type", "application/merge-patch+json"));
            all.addAll(List.of(headers));
            return Api.send("PATCH", path, body, all.toArray(String[]::new));
        }
    }

    @Nested
    class Trying {
        @Test
        void checksEverythingAndStoresNothing() {
            String name = name();
            Answer trial = Api.post(CRATES + "?validate=only", crate(name));
            assertThat(trial.status()).as(trial.toString()).isEqualTo(200);
            assertThat(trial.at("name")).isEqualTo(name);
            assertThat(trial.header("Location")).isNull();
            assertThat(Api.get(CRATES + "/" + trial.at("id")).status()).isEqualTo(404);
            assertThat(Api.post(CRATES, crate(name)).status()).isEqualTo(201);
            assertThat(Api.post(CRATES + "?validate=only", crate(name)).status())
                    .isEqualTo(409);
            assertThat(Api.post(CRATES + "/once?validate=only", crate(name())).status())
                    .isEqualTo(200);
        }

        @Test
        void isRefusedWhereItWouldHaveAnEffect() {
            assertThat(Api.post(CRATES + "/without-write?validate=only", "{}").at("code"))
                    .isEqualTo("unknown-parameter");
            assertThat(Api.post(CRATES + "?validate=yes", crate(name())).at("code"))
                    .isEqualTo("invalid-parameter");
        }
    }

    @Nested
    class Repeating {
        private final String key = UUID.randomUUID().toString();

        @Test
        void givesTheFirstAnswerAgain() {
            String body = crate(name());
            Answer first = Api.post(CRATES, body, "Idempotency-Key", key);
            Answer again = Api.post(CRATES, body, "Idempotency-Key", "\"" + key + "\"");
            assertThat(first.header("Idempotency-Replayed")).isNull();
            assertThat(again.status()).as(again.toString()).isEqualTo(201);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        }

        @Test
        void refusesAnotherRequestUnderTheSameKey() {
            Api.post(CRATES, crate(name()), "Idempotency-Key", key);
            Answer other = Api.post(CRATES, crate(name()), "Idempotency-Key", key);
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.at("code")).isEqualTo("idempotency-key-reused");
        }

        @Test
        void keepsKeysOfRoutesApart() {
            Api.post(CRATES, crate(name()), "Idempotency-Key", key);
            assertThat(Api.post(CRATES + "/once", crate(name()), "Idempotency-Key", key)
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void remembersNothingThatFailed() {
            String name = name();
            assertThat(Api.post(CRATES, "{\"name\":\"" + name + "\"}", "Idempotency-Key", key)
                            .status())
                    .isEqualTo(422);
            assertThat(Api.post(CRATES, crate(name), "Idempotency-Key", key).status())
                    .isEqualTo(201);
        }

        @Test
        void needsAKeyWhereARepeatWouldCost() {
            Answer answer = Api.post(CRATES + "/once", crate(name()));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("code")).isEqualTo("idempotency-key-missing");
            assertThat(answer.at("errors", "0", "header")).isEqualTo("Idempotency-Key");
            assertThat(Api.post(CRATES, crate(name()), "Idempotency-Key", "a b").at("code"))
                    .isEqualTo("idempotency-key-invalid");
        }

        @Test
        void hasOneEffectHoweverManyCallAtOnce() throws Exception {
            String body = crate(name());
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> Api.post(CRATES, body, "Idempotency-Key", key));
            }
            List<Answer> answers = new ArrayList<>();
            try (var executor = Executors.newFixedThreadPool(8)) {
                for (var each : executor.invokeAll(calls)) {
                    answers.add(each.get());
                }
            }
            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
            assertThat(answers.stream()
                            .filter(answer -> answer.status() == 201)
                            .map(answer -> answer.at("id"))
                            .distinct())
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.status() == 409))
                    .allSatisfy(
                            answer -> assertThat(answer.header("Retry-After")).isEqualTo("1"));
        }
    }

    @Nested
    class InParts {
        private static final Duration MOST_OF_THE_LEASE = Duration.ofSeconds(50);

        private final String key = UUID.randomUUID().toString();

        private Answer call() {
            return Api.post(CRATES + "/parts", "{}", "Idempotency-Key", key);
        }

        @Test
        void isNotRunASecondTimeHoweverLongItTakes() {
            List<Answer> repeats = new ArrayList<>();
            World.PARTS.set(alive -> {
                for (int part = 0; part < 3; part++) {
                    World.moveClock(World.now().plus(MOST_OF_THE_LEASE));
                    alive.run();
                }
                repeats.add(call());
            });

            Answer done = call();

            assertThat(done.status()).as(done.toString()).isEqualTo(200);
            assertThat(repeats)
                    .singleElement()
                    .satisfies(repeat -> assertThat(repeat.at("code")).isEqualTo("idempotency-in-progress"));
            assertThat(call().header("Idempotency-Replayed")).isEqualTo("true");
        }

        @Test
        void stopsWhenARepeatTookItForDead() {
            List<Answer> repeats = new ArrayList<>();
            World.PARTS.set(alive -> {
                World.moveClock(World.now().plus(Duration.ofSeconds(61)));
                repeats.add(call());
                alive.run();
            });

            Answer dead = call();

            assertThat(repeats)
                    .singleElement()
                    .satisfies(repeat -> assertThat(repeat.status()).isEqualTo(200));
            assertThat(dead.status()).as(dead.toString()).isEqualTo(409);
            assertThat(call().header("Idempotency-Replayed")).isEqualTo("true");
        }
    }

    private static String name() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    private static String crate(String name) {
        return "{\"name\":\"" + name + "\",\"weight\":3}";
    }
}
