package cn.siyu.adapter.http.brand;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What keys see follows departments and accounts that move, with the next request.
class MovesTest {
    private static final String DEPARTMENTS = "/v1/brands/demo/departments";

    private final Answer north = Api.post(DEPARTMENTS, "{\"name\":\"北区\"}");
    private final Answer south = Api.post(DEPARTMENTS, "{\"name\":\"南区\"}");
    private final Answer store =
            Api.post(DEPARTMENTS, "{\"name\":\"店\",\"kind\":\"STORE\",\"parent\":\"" + north.at("id") + "\"}");
    private final ChannelAccount account = account(number(store));
    private final String customer = "/v1/brands/demo/customers/"
            + IdType.CUSTOMER.format(FactsWorld.publicId(Api.bean(FactsWorld.Kept.class)
                    .contact("wm" + UUID.randomUUID(), account.id())
                    .value()));

    private static DepartmentId number(Answer department) {
        var id = IdType.DEPARTMENT.inPath("department", department.at("id"));
        return Api.bean(Departments.class)
                .byPublicId(World.DEMO, id)
                .orElseThrow()
                .id();
    }

    private static ChannelAccount account(DepartmentId department) {
        long id = Api.bean(IdSource.class).next();
        var made = new ChannelAccount(
                new ChannelAccountId(id),
                FactsWorld.publicId(id),
                "in-memory",
                "main",
                "moving" + id,
                "moving" + id,
                FactsWorld.ADA,
                department,
                20_000,
                500,
                WorkingHours.ALWAYS,
                ChannelAccount.State.ACTIVE,
                ChannelAccount.Health.HEALTHY,
                1,
                World.NOW,
                World.NOW);
        Api.bean(ChannelAccounts.class).add(World.DEMO, made);
        return made;
    }

    private static String key(Answer department) {
        return Keys.seeing(new DataScope.DepartmentTree(number(department)));
    }

    private int seenBy(String key) {
        int seen = Api.get(customer, "Authorization", key).status();
        for (String part : new String[] {"/lifecycle", "/trust", "/timeline"}) {
            assertThat(Api.get(customer + part, "Authorization", key).status()).isEqualTo(seen);
        }
        return seen;
    }

    private static void move(Answer department, Answer under) {
        Answer now = Api.get(DEPARTMENTS + "/" + department.at("id"));
        Answer moved = Api.send(
                "PATCH",
                DEPARTMENTS + "/" + department.at("id"),
                "{\"parent\":\"" + under.at("id") + "\"}",
                "Content-Type",
                "application/merge-patch+json",
                "If-Match",
                String.valueOf(now.header("ETag")));
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
    }

    @Test
    void takeAStoresCustomersAlongToItsNewRegion() {
        String norths = key(north);
        String souths = key(south);
        assertThat(seenBy(norths)).isEqualTo(200);
        assertThat(seenBy(souths)).isEqualTo(404);

        move(store, south);
        assertThat(seenBy(norths)).isEqualTo(404);
        assertThat(seenBy(souths)).isEqualTo(200);
        assertThat(seenBy(key(store))).isEqualTo(200);

        move(store, north);
        assertThat(seenBy(norths)).isEqualTo(200);
    }

    @Test
    void takeAnAccountsCustomersAlongToItsNewDepartment() {
        String souths = key(south);
        var accounts = Api.bean(ChannelAccounts.class);
        var before = accounts.find(World.DEMO, account.id()).orElseThrow();
        accounts.replace(World.DEMO, at(before, number(south)));

        assertThat(seenBy(souths)).isEqualTo(200);
        assertThat(seenBy(key(north))).isEqualTo(404);
    }

    private static ChannelAccount at(ChannelAccount before, DepartmentId department) {
        return new ChannelAccount(
                before.id(),
                before.publicId(),
                before.channel(),
                before.connection(),
                before.address(),
                before.name(),
                before.staff(),
                department,
                before.totalCap(),
                before.dailyCap(),
                before.hours(),
                before.state(),
                before.health(),
                before.version() + 1,
                before.createdAt(),
                before.updatedAt());
    }
}
