package cn.siyu.adapter.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.intake.Synchronization;
import cn.siyu.application.intake.SynchronizationPart;
import cn.siyu.application.intake.port.Synchronizations;
import cn.siyu.domain.brand.DepartmentId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SynchronizationControllerTest {
    private static final String RUNS = "/v1/brands/demo/synchronizations";
    private static final String INITIAL = "{\"connection\":\"main\",\"kind\":\"INITIAL\"}";
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Synchronizations ALL = Api.bean(Synchronizations.class);

    @BeforeAll
    static void layDownAnAccount() {
        String department =
                Api.post("/v1/brands/demo/departments", "{\"name\":\"同步测试\"}").at("id");
        String member = Api.post("/v1/brands/demo/staff", "{\"name\":\"己\",\"department\":\"" + department + "\"}")
                .at("id");
        Answer account = Api.post(
                "/v1/brands/demo/channel-accounts",
                "{\"channel\":\"in-memory\",\"connection\":\"main\",\"address\":\"syncing-" + NUMBERS.incrementAndGet()
                        + "\",\"name\":\"小同\",\"staff\":\"" + member + "\"}");
        assertThat(account.status()).as(account.toString()).isEqualTo(201);
    }

    @AfterEach
    void letItEnd() {
        ALL.latest(World.DEMO, "main")
                .ifPresent(run -> ALL.end(World.DEMO, run.id(), Synchronization.State.CANCELLED, null, World.NOW));
    }

    @Test
    void beginsInTheBackground() {
        Answer begun = Api.post(RUNS, INITIAL);
        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
        assertThat(begun.at("id")).startsWith("syn_");
        assertThat(begun.at("state")).isEqualTo("RUNNING");
        assertThat(begun.at("kind")).isEqualTo("INITIAL");
        assertThat(begun.at("startedBy")).startsWith("key_");
        assertThat(Integer.parseInt(begun.at("accountsTotal"))).isPositive();
        assertThat(begun.at("membersWithoutAccount")).isEqualTo("null");
        assertThat(begun.header("Retry-After")).isEqualTo("2");
        String location = String.valueOf(begun.header("Location"));
        assertThat(location).isEqualTo(RUNS + "/" + begun.at("id"));
        assertThat(Api.get(location).at("id")).isEqualTo(begun.at("id"));
        assertThat(Api.get(RUNS).at("items", "0", "id")).isEqualTo(begun.at("id"));
    }

    @Test
    void showsEachAccountAndWhyOneCouldNotBeRead() {
        Answer begun = Api.post(RUNS, INITIAL);
        var part = ALL.due(World.DEMO, World.NOW.plusSeconds(100_000_000), 1).getFirst();
        ALL.replace(
                World.DEMO,
                new SynchronizationPart(
                        part.synchronization(),
                        part.account(),
                        SynchronizationPart.State.FAILED,
                        null,
                        1,
                        null,
                        new SynchronizationPart.Count(5, 3, 1, 0),
                        "FORBIDDEN: errcode 48002",
                        part.version() + 1));
        String run = RUNS + "/" + begun.at("id");
        Answer shown = Api.get(run);
        assertThat(shown.at("accountsFailed")).isEqualTo("1");
        assertThat(shown.at("relationshipsAdded")).isEqualTo("3");
        assertThat(shown.at("firstProblems", "0", "problem")).isEqualTo("FORBIDDEN: errcode 48002");
        Answer accounts = Api.get(run + "/accounts?limit=1");
        assertThat(accounts.at("items", "0", "account")).startsWith("acc_");
    }

    @Test
    void stopsWhenItIsCancelledAndOnlyOnce() {
        Answer begun = Api.post(RUNS, INITIAL);
        String cancellations = RUNS + "/" + begun.at("id") + "/cancellations";
        Answer cancelled = Api.post(cancellations, "");
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
        assertThat(cancelled.at("state")).isEqualTo("CANCELLED");
        assertThat(cancelled.at("finishedAt")).isNotEqualTo("null");
        Answer again = Api.post(cancellations, "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("code")).isEqualTo("state-conflict");
        Answer nothing = Api.post(RUNS + "/syn_01kaj4v5x8e6rtz3m0w9q2c4hd/cancellations", "");
        assertThat(nothing.status()).isEqualTo(404);
    }

    @Test
    void refusesASecondOneAndWhatItCannotDo() {
        Answer begun = Api.post(RUNS, INITIAL);
        Answer second = Api.post(RUNS, "{\"connection\":\"main\",\"kind\":\"RECONCILIATION\"}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("detail")).contains(begun.at("id"));
        Answer unknown = Api.post(RUNS, "{\"connection\":\"other\",\"kind\":\"INITIAL\"}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.at("errors", "0", "code")).isEqualTo("reference-unknown");
        assertThat(unknown.at("errors", "0", "pointer")).isEqualTo("/connection");
        Answer odd = Api.post(RUNS, "{\"connection\":\"main\",\"kind\":\"WEEKLY\"}");
        assertThat(odd.at("errors", "0", "code")).isEqualTo("not-one-of");
    }

    @Test
    void doesNothingTwiceForARepeatAndNothingForATrial() {
        Answer first = Api.post(RUNS, INITIAL, "Idempotency-Key", "sync-once");
        Answer again = Api.post(RUNS, INITIAL, "Idempotency-Key", "sync-once");
        assertThat(again.at("id")).isEqualTo(first.at("id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        letItEnd();
        Answer trial = Api.post(RUNS + "?validate=only", INITIAL);
        assertThat(trial.status()).as(trial.toString()).isEqualTo(200);
        assertThat(ALL.latest(World.DEMO, "main"))
                .hasValueSatisfying(run -> assertThat(IdType.SYNCHRONIZATION.format(run.publicId()))
                        .isEqualTo(first.at("id")));
    }

    @Test
    void isForKeysThatSeeTheWholeBrand() {
        Answer begun = Api.post(RUNS, INITIAL);
        String store = Keys.seeing(new DataScope.OneDepartment(new DepartmentId(5)));
        assertThat(Api.post(RUNS, INITIAL, "Authorization", store).status()).isEqualTo(403);
        assertThat(Api.get(RUNS + "/" + begun.at("id"), "Authorization", store).status())
                .isEqualTo(404);
        assertThat(Api.get(RUNS, "Authorization", store).text()).contains("\"items\":[]");
        assertThat(Api.post(RUNS, INITIAL, "Authorization", Keys.without(Scope.SYNCHRONIZATIONS_WRITE))
                        .at("detail"))
                .contains("synchronizations:write");
        assertThat(Api.get(RUNS, "Authorization", Keys.ofOtherBrand()).status()).isEqualTo(404);
        assertThat(Api.get(RUNS + "/cus_01kaj4v5x8e6rtz3m0w9q2c4hd").at("code")).isEqualTo("wrong-id-type");
    }
}
