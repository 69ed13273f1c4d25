package cn.siyu.adapter.http.community;

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
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeftOutControllerTest {
    private static final String BRAND = "/v1/brands/demo";

    private final FactsWorld.Kept facts = Api.bean(FactsWorld.Kept.class);
    private final CustomerId customer = facts.contact("wm" + UUID.randomUUID(), FactsWorld.ACCOUNT_OF_ADA);

    LeftOutControllerTest() {
        facts.wishes().optOut(World.DEMO, new OptOut(customer, "ALL", "CUSTOMER", World.NOW));
    }

    private static Task task(String kind) {
        long number = Api.bean(IdSource.class).next();
        var made = new Task(
                new TaskId(number),
                FactsWorld.publicId(number),
                kind,
                null,
                null,
                null,
                FactsWorld.ADA,
                "发一条朋友圈",
                "新品上市",
                World.NOW,
                World.NOW.plus(Duration.ofDays(1)),
                new Task.Work(FactsWorld.ACCOUNT_OF_ADA, 0, null, null),
                new Task.State.Open(),
                null,
                1,
                World.NOW,
                World.NOW);
        Api.bean(InMemoryTasks.class).add(World.DEMO, List.of(made));
        return made;
    }

    private static String path(Task task) {
        return BRAND + "/tasks/" + IdType.TASK.format(task.publicId()) + "/left-out";
    }

    private String id() {
        return IdType.CUSTOMER.format(FactsWorld.publicId(customer.value()));
    }

    @Test
    void listsWhomToLeaveOutOfATaskInPages() {
        String path = path(task("MOMENT"));
        Answer all = Api.get(path + "?limit=500");

        assertThat(all.status()).as(all.toString()).isEqualTo(200);
        assertThat(all.text()).contains(id(), "OPTED_OUT");
        var other = facts.contact("wm" + UUID.randomUUID(), FactsWorld.ACCOUNT_OF_ADA);
        facts.wishes().optOut(World.DEMO, new OptOut(other, "MOMENTS", "CUSTOMER", World.NOW));
        Answer first = Api.get(path + "?limit=1");
        assertThat(first.count("items")).isEqualTo(1);
        assertThat(Api.get(first.at("next")).count("items")).isEqualTo(1);
        assertThat(Api.get(path(task("CALL"))).count("items")).isZero();
    }

    @Test
    void masksNamesAndShowsNothingOfAccountsThatTheKeyDoesNotSee() {
        String path = path(task("MOMENT"));

        Answer masked = Api.get(path + "?limit=500", "Authorization", Keys.without(Scope.CUSTOMERS_PII));
        assertThat(masked.at("items", "0", "name")).endsWith("*").hasSize(2);
        assertThat(Api.get(path, "Authorization", Keys.seeing(new DataScope.Own(FactsWorld.BO)))
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(path, "Authorization", Keys.ofOtherBrand()).status()).isEqualTo(404);
        assertThat(Api.get(path, "Authorization", Keys.without(Scope.TASKS_READ))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void listsTheSameOfAPostOfAPlan() {
        facts.contact("wm" + UUID.randomUUID(), FactsWorld.ACCOUNT_OF_ADA);
        String material = Api.post(BRAND + "/materials", "{\"name\":\"上新\",\"text\":\"新品上市\"}")
                .at("id");
        String ada = IdType.CHANNEL_ACCOUNT.format(FactsWorld.publicId(FactsWorld.ACCOUNT_OF_ADA.value()));
        Answer made = Api.post(BRAND + "/moments", """
                {"material": "%s", "accounts": ["%s"], "publishAt": "%s"}""".formatted(material, ada, World.NOW.plusSeconds(3_600)));
        String posts = BRAND + "/moments/" + made.at("id") + "/posts";
        String post = posts + "/" + Api.get(posts).at("items", "0", "id") + "/left-out";

        assertThat(Api.get(post + "?limit=500").text()).contains(id());
        assertThat(Api.get(post, "Authorization", Keys.seeing(new DataScope.Own(FactsWorld.BO)))
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(posts + "/mop_01kaj4v5x8e6rtz3m0w9q2c4hd/left-out").status())
                .isEqualTo(404);
    }
}
