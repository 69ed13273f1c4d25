package cn.siyu.adapter.http.task;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.task.port.InMemoryTasks;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskControllerTest {
    private static final String TASKS = "/v1/brands/demo/tasks";

    private final CustomerId customer =
            Api.bean(FactsWorld.Kept.class).contact("wm" + UUID.randomUUID(), FactsWorld.ACCOUNT_OF_ADA);
    private final Task task = task(FactsWorld.ADA, World.NOW);

    private Task task(StaffId staff, Instant dueAt) {
        long number = Api.bean(IdSource.class).next();
        var made = new Task(
                new TaskId(number),
                FactsWorld.publicId(number),
                "CALL",
                customer,
                null,
                null,
                staff,
                "回访",
                "您好",
                dueAt,
                dueAt.plus(Duration.ofDays(1)),
                new Task.State.Open(),
                1,
                World.NOW,
                World.NOW);
        Api.bean(InMemoryTasks.class).add(World.DEMO, List.of(made));
        return made;
    }

    private static String path(Task task) {
        return TASKS + "/" + IdType.TASK.format(task.publicId());
    }

    private String ofCustomer() {
        return TASKS + "?customer=" + IdType.CUSTOMER.format(FactsWorld.publicId(customer.value()));
    }

    @Test
    void showsWhatIsToBeDoneForWhom() {
        Answer shown = Api.get(path(task));

        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        assertThat(shown.at("state")).isEqualTo("OPEN");
        assertThat(shown.at("kind")).isEqualTo("CALL");
        assertThat(shown.at("script")).isEqualTo("您好");
        assertThat(shown.at("customerName")).isEqualTo("客户" + customer.value());
        assertThat(shown.at("staff")).startsWith("stf_");
        assertThat(shown.at("endedAt")).isEqualTo("null");
        Answer masked = Api.get(path(task), "Authorization", Keys.without(Scope.CUSTOMERS_PII));
        assertThat(masked.at("customerName")).isEqualTo("客*");
        assertThat(masked.at("script")).isEqualTo("null");
    }

    @Test
    void listsWhatIsDueFirst() {
        var later = task(FactsWorld.ADA, World.NOW.plusSeconds(60));

        Answer first = Api.get(ofCustomer() + "&limit=1&state=OPEN");
        Answer second = Api.get(first.at("next"));

        assertThat(first.at("items", "0", "id")).isEqualTo(IdType.TASK.format(task.publicId()));
        assertThat(second.at("items", "0", "id")).isEqualTo(IdType.TASK.format(later.publicId()));
        assertThat(second.at("next")).isEqualTo("null");
    }

    @Test
    void filtersByStateStaffAndWhenItIsDue() {
        task(FactsWorld.BO, World.NOW.plusSeconds(60));
        String ada = IdType.STAFF.format(FactsWorld.publicId(FactsWorld.ADA.value()));
        String nobody = IdType.STAFF.format(FactsWorld.publicId(1));

        assertThat(Api.get(ofCustomer()).count("items")).isEqualTo(2);
        assertThat(Api.get(ofCustomer() + "&staff=" + ada).count("items")).isEqualTo(1);
        assertThat(Api.get(ofCustomer() + "&staff=" + nobody).count("items")).isZero();
        assertThat(Api.get(ofCustomer() + "&dueAt.gt=2026-03-01T08:00:01Z").count("items"))
                .isEqualTo(1);
        assertThat(Api.get(ofCustomer() + "&state=DONE,SKIPPED").count("items")).isZero();
        assertThat(Api.get(TASKS + "?state=LATE").at("errors", "0", "parameter"))
                .isEqualTo("state");
    }

    @Nested
    class Ending {
        @Test
        void isSaidOnceAndASecondTimeIsAConflict() {
            Answer done = Api.post(path(task) + "/completions", "{\"note\":\"满意\"}");
            Answer again = Api.post(path(task) + "/completions", "{}");
            Answer skipped = Api.post(path(task) + "/skips", "{\"reason\":\"x\"}");

            assertThat(done.status()).as(done.toString()).isEqualTo(201);
            assertThat(done.header("Location")).isEqualTo(path(task));
            assertThat(done.at("state")).isEqualTo("DONE");
            assertThat(done.at("note")).isEqualTo("满意");
            assertThat(done.at("endedBy")).startsWith("key_");
            assertThat(done.at("version")).isEqualTo("2");
            for (Answer late : List.of(again, skipped)) {
                assertThat(late.status()).isEqualTo(409);
                assertThat(late.at("code")).isEqualTo("state-conflict");
                assertThat(late.at("detail")).startsWith("This task was done at 2026-03-01T");
            }
            assertThat(Api.get(path(task)).text()).isEqualTo(done.text());
        }

        @Test
        void isAnsweredAgainUnderTheSameKey() {
            String key = UUID.randomUUID().toString();
            Answer first = Api.post(path(task) + "/completions", "{}", "Idempotency-Key", key);
            Answer again = Api.post(path(task) + "/completions", "{}", "Idempotency-Key", key);

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.text()).isEqualTo(first.text());
        }

        @Test
        void isOnlyTriedWithValidateOnly() {
            assertThat(Api.post(path(task) + "/skips?validate=only", "{\"reason\":\"打不通\"}")
                            .at("state"))
                    .isEqualTo("SKIPPED");
            assertThat(Api.get(path(task)).at("state")).isEqualTo("OPEN");
        }

        @Test
        void isTheReasonOfASkip() {
            Answer skipped = Api.post(path(task) + "/skips", "{\"reason\":\"打不通\"}");

            assertThat(skipped.at("state")).isEqualTo("SKIPPED");
            assertThat(skipped.at("reason")).isEqualTo("打不通");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "skips|{}|/reason missing",
                    "skips|{\"reason\":\" \"}|/reason empty",
                    "completions|{\"notes\":\"x\"}|/notes unknown-property",
                    "completions|{\"note\":5}|/note wrong-type",
                })
        void refusesWhatIsWrongWithItsPlace(String noun, String body, String mistake) {
            Answer answer = Api.post(path(task) + "/" + noun, body);

            assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
            assertThat(answer.errors()).containsExactly(mistake);
        }
    }

    @Nested
    class Rights {
        private final String ada = Keys.seeing(new DataScope.Own(FactsWorld.ADA));
        private final String bo = Keys.seeing(new DataScope.Own(FactsWorld.BO));

        @Test
        void bindAStaffMembersKeyToItsOwnTasks() {
            assertThat(Api.get(path(task), "Authorization", ada).status()).isEqualTo(200);
            assertThat(Api.get(path(task), "Authorization", bo).status()).isEqualTo(404);
            assertThat(Api.post(path(task) + "/completions", "{}", "Authorization", bo)
                            .status())
                    .isEqualTo(404);
            assertThat(Api.get(ofCustomer(), "Authorization", ada).count("items"))
                    .isEqualTo(1);
            assertThat(Api.get(TASKS, "Authorization", bo).text()).doesNotContain(IdType.TASK.format(task.publicId()));
        }

        @Test
        void hideTheRest() {
            assertThat(Api.get(path(task), "Authorization", Keys.ofOtherBrand()).status())
                    .isEqualTo(404);
            assertThat(Api.get(path(task), "Authorization", Keys.without(Scope.TASKS_READ))
                            .status())
                    .isEqualTo(403);
            assertThat(Api.post(path(task) + "/completions", "{}", "Authorization", Keys.without(Scope.TASKS_WRITE))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Nested
    class Claiming {
        private final String ada = Keys.seeing(new DataScope.Own(FactsWorld.ADA));

        @Test
        void keepsATaskForOneAtATime() {
            Answer claimed = Api.post(path(task) + "/claims", "");
            Answer other = Api.post(path(task) + "/claims", "", "Authorization", ada);
            Answer done = Api.post(path(task) + "/completions", "{}", "Authorization", ada);

            assertThat(claimed.status()).as(claimed.toString()).isEqualTo(201);
            assertThat(claimed.at("claimedBy")).startsWith("key_");
            assertThat(claimed.at("claimedUntil")).startsWith("2026-03-01T");
            for (Answer late : List.of(other, done)) {
                assertThat(late.status()).as(late.toString()).isEqualTo(409);
                assertThat(late.at("code")).isEqualTo("state-conflict");
                assertThat(late.at("detail")).startsWith("Somebody else has this task in hand until 2026-03-01T");
            }
            assertThat(Api.post(path(task) + "/releases", "").at("claimedBy")).isEqualTo("null");
            assertThat(Api.post(path(task) + "/claims", "", "Authorization", ada)
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void isNotForTasksThatEndedOrAreOthers() {
            String bo = Keys.seeing(new DataScope.Own(FactsWorld.BO));
            assertThat(Api.post(path(task) + "/claims", "", "Authorization", bo).status())
                    .isEqualTo(404);
            Answer failed = Api.post(path(task) + "/failures", "{\"reason\":\"搜不到\"}");
            assertThat(failed.status()).as(failed.toString()).isEqualTo(201);
            assertThat(failed.at("state")).isEqualTo("FAILED");
            assertThat(failed.at("reason")).isEqualTo("搜不到");
            assertThat(Api.post(path(task) + "/claims", "").status()).isEqualTo(409);
            assertThat(Api.post(path(task) + "/failures", "{}").errors()).containsExactly("/reason missing");
        }
    }

    @Nested
    class OnAWorklist {
        private final String list = "/v1/brands/demo/staff/"
                + IdType.STAFF.format(FactsWorld.publicId(FactsWorld.BO.value())) + "/worklist";

        @Test
        void isACardPerCustomerAndPagesThrough() {
            var other = Api.bean(FactsWorld.Kept.class).contact("wm" + UUID.randomUUID(), FactsWorld.ACCOUNT_OF_BO);
            var cheap = work(other, 10);
            var dear = work(other, 90);
            var moment = work(null, 50);
            Answer first = Api.get(list + "?limit=1&account="
                    + IdType.CHANNEL_ACCOUNT.format(FactsWorld.publicId(FactsWorld.ACCOUNT_OF_BO.value())));
            Answer second = Api.get(first.at("next"));

            assertThat(first.at("items", "0", "tasks", "0", "id"))
                    .as(first.toString())
                    .isEqualTo(IdType.TASK.format(dear.publicId()));
            assertThat(first.at("items", "0", "tasks", "1", "id")).isEqualTo(IdType.TASK.format(cheap.publicId()));
            assertThat(first.at("items", "0", "account")).startsWith("acc_");
            assertThat(first.at("items", "0", "tasks", "0", "worth")).isEqualTo("90");
            assertThat(second.at("items", "0", "customer")).isEqualTo("null");
            assertThat(second.at("items", "0", "tasks", "0", "id")).isEqualTo(IdType.TASK.format(moment.publicId()));
            String elsewhere = IdType.CHANNEL_ACCOUNT.format(FactsWorld.publicId(FactsWorld.ACCOUNT_OF_ADA.value()));
            assertThat(Api.get(list + "?account=" + elsewhere).count("items")).isZero();
        }

        private Task work(@Nullable CustomerId whom, int worth) {
            long number = Api.bean(IdSource.class).next();
            var made = new Task(
                    new TaskId(number),
                    FactsWorld.publicId(number),
                    "SEND",
                    whom,
                    null,
                    null,
                    FactsWorld.BO,
                    "发消息",
                    "您好",
                    World.NOW,
                    World.NOW.plus(Duration.ofDays(30)),
                    new Task.Work(FactsWorld.ACCOUNT_OF_BO, worth, "SOP", "先看最近几句"),
                    new Task.State.Open(),
                    null,
                    1,
                    World.NOW,
                    World.NOW);
            Api.bean(InMemoryTasks.class).add(World.DEMO, List.of(made));
            return made;
        }

        @Test
        void isSeenByItsOwnerAndTheBoss() {
            String ada = Keys.seeing(new DataScope.Own(FactsWorld.ADA));
            assertThat(Api.get(list, "Authorization", ada).status()).isEqualTo(404);
            assertThat(Api.get(list, "Authorization", Keys.ofOtherBrand()).status())
                    .isEqualTo(404);
            assertThat(Api.get(list, "Authorization", Keys.without(Scope.TASKS_READ))
                            .status())
                    .isEqualTo(403);
            assertThat(Api.get("/v1/brands/demo/staff/" + IdType.STAFF.format(FactsWorld.publicId(1)) + "/worklist")
                            .status())
                    .isEqualTo(404);
        }
    }
}
