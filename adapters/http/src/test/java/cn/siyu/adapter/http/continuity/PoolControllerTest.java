package cn.siyu.adapter.http.continuity;

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
import cn.siyu.application.continuity.port.InMemoryCustomerPool;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.pool.PoolEntry;
import cn.siyu.domain.continuity.pool.PoolReason;
import cn.siyu.domain.continuity.pool.Unserved;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PoolControllerTest {
    private static final String POOL = "/v1/brands/demo/customer-pool";
    private static final String CLAIMS = "/v1/brands/demo/customer-pool-claims";
    private static final FactsWorld.Kept KEPT = Api.bean(FactsWorld.Kept.class);

    private final PoolEntry entry = entry(700);

    /// A customer of store 1 whom nobody serves any more.
    private static PoolEntry entry(long value) {
        CustomerId customer = KEPT.contact("wm-pool-" + UUID.randomUUID(), FactsWorld.ACCOUNT_OF_ADA);
        var was = KEPT.relationships().of(World.DEMO, List.of(customer)).getFirst();
        KEPT.relationships()
                .replace(
                        World.DEMO,
                        new Relationship(
                                was.id(),
                                was.publicId(),
                                was.customer(),
                                was.account(),
                                was.identity(),
                                null,
                                null,
                                0,
                                was.addedAt(),
                                new Relationship.Ended(Relationship.By.CUSTOMER, World.NOW),
                                null,
                                null,
                                2,
                                was.createdAt(),
                                World.NOW));
        long id = Api.bean(IdSource.class).next();
        var unserved = new Unserved(PoolReason.LOST, World.NOW, FactsWorld.ADA, FactsWorld.STORE_1);
        var made = PoolEntry.entered(id, FactsWorld.publicId(id), customer, unserved, value, World.NOW);
        Api.bean(InMemoryCustomerPool.class).add(World.DEMO, List.of(made));
        return made;
    }

    private String path() {
        return POOL + "/" + IdType.POOL_ENTRY.format(entry.publicId());
    }

    private static String account(ChannelAccountId account) {
        return "{\"account\":\"" + IdType.CHANNEL_ACCOUNT.format(FactsWorld.publicId(account.value())) + "\"}";
    }

    private static String own() {
        return Keys.seeing(new DataScope.Own(FactsWorld.ADA));
    }

    @Test
    void listsWhomNobodyServesTheMostValuableFirst() {
        var less = entry(600);
        String wanted = POOL + "?state=FREE&reason=LOST&limit=500&valueMinor.gte=";

        Answer all = Api.get(wanted + 600);
        Answer best = Api.get(wanted + "600.5");

        assertThat(all.status()).as(all.toString()).isEqualTo(200);
        assertThat(all.toString().indexOf(IdType.POOL_ENTRY.format(entry.publicId())))
                .isLessThan(all.toString().indexOf(IdType.POOL_ENTRY.format(less.publicId())));
        assertThat(best.toString()).doesNotContain(IdType.POOL_ENTRY.format(less.publicId()));
        assertThat(Api.get(POOL + "?valueMinor.gte=1e400").status()).isLessThan(500);
        String cheap = IdType.POOL_ENTRY.format(less.publicId());
        for (String holds : List.of("=600", ".gt=599", ".lt=600.5", ".lte=600")) {
            assertThat(Api.get(POOL + "?limit=500&valueMinor" + holds).toString())
                    .as(holds)
                    .contains(cheap);
        }
        for (String fails : List.of("=600.5", ".gt=600", ".lt=600", ".lte=599.9")) {
            assertThat(Api.get(POOL + "?limit=500&valueMinor" + fails).toString())
                    .as(fails)
                    .doesNotContain(cheap);
        }
        String next = Api.get(POOL + "?limit=1").at("next");
        assertThat(Api.get(next).count("items")).isEqualTo(1);
        assertThat(Api.get(POOL + "?state=GONE").status()).isEqualTo(400);
    }

    @Test
    void showsAnEntryToWhoseStoreServedTheCustomerLast() {
        Answer shown = Api.get(path());

        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        assertThat(shown.at("reason")).isEqualTo("LOST");
        assertThat(shown.at("customerName")).isEqualTo("小明");
        assertThat(shown.at("formerStaffName")).isEqualTo("小达");
        assertThat(Api.get(path(), "Authorization", Keys.without(Scope.CUSTOMERS_PII))
                        .at("customerName"))
                .isEqualTo("小*");
        assertThat(Api.get(path(), "Authorization", own()).status()).isEqualTo(200);
        String other = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_2));
        assertThat(Api.get(path(), "Authorization", other).status()).isEqualTo(404);
        assertThat(Api.get(POOL + "?limit=500", "Authorization", other).toString())
                .doesNotContain(IdType.POOL_ENTRY.format(entry.publicId()));
        assertThat(Api.post(path() + "/claims", account(FactsWorld.ACCOUNT_OF_BO), "Authorization", other)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isClaimedOnceAndGivenBackWithAReason() {
        String boss = account(FactsWorld.ACCOUNT_OF_BO);
        Answer claimed = Api.post(path() + "/claims", account(FactsWorld.ACCOUNT_OF_ADA), "Authorization", own());
        String claim = CLAIMS + "/" + claimed.at("id");

        assertThat(claimed.status()).as(claimed.toString()).isEqualTo(201);
        assertThat(String.valueOf(claimed.header("Location"))).isEqualTo(claim);
        assertThat(claimed.at("staffName")).isEqualTo("小达");
        assertThat(claimed.at("task")).startsWith("tsk_");
        assertThat(Api.get("/v1/brands/demo/tasks/" + claimed.at("task")).at("kind"))
                .isEqualTo("REINVITE");
        assertThat(Api.get(path()).at("claim")).isEqualTo(claimed.at("id"));
        Answer taken = Api.post(path() + "/claims", boss);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.at("code")).isEqualTo("state-conflict");
        assertThat(Api.get(CLAIMS + "?standing=true&limit=500").toString()).contains(claimed.at("id"));

        assertThat(Api.post(claim + "/releases", "{}").at("errors", "0", "pointer"))
                .isEqualTo("/reason");
        Answer released = Api.post(claim + "/releases", "{\"reason\":\"不在本地\"}", "Authorization", own());
        assertThat(released.status()).as(released.toString()).isEqualTo(201);
        assertThat(released.at("endedHow")).isEqualTo("RELEASED");
        assertThat(Api.get(claim).at("endedReason")).isEqualTo("不在本地");
        assertThat(Api.get(path()).at("state")).isEqualTo("FREE");
        Answer cooling = Api.post(path() + "/claims", account(FactsWorld.ACCOUNT_OF_ADA));
        assertThat(cooling.status()).isEqualTo(409);
        assertThat(cooling.at("detail")).contains("claim it again from");
    }

    @Test
    void isGivenToSomebodyByWhoSeesTheWholeBrand() {
        Answer part = Api.post(path() + "/assignments", account(FactsWorld.ACCOUNT_OF_ADA), "Authorization", own());
        Answer given = Api.post(path() + "/assignments", account(FactsWorld.ACCOUNT_OF_BO));

        assertThat(part.status()).isEqualTo(403);
        assertThat(given.status()).as(given.toString()).isEqualTo(201);
        assertThat(given.at("assigned")).isEqualTo("true");
        assertThat(Api.get(CLAIMS + "/" + given.at("id"), "Authorization", own())
                        .status())
                .as("over an account that is not seen")
                .isEqualTo(404);
    }

    @Test
    void namesTheAccountThatCantBe() {
        Answer unknown = Api.post(path() + "/claims", account(new ChannelAccountId(1)));

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.at("errors", "0", "pointer")).isEqualTo("/account");
        assertThat(unknown.at("errors", "0", "code")).isEqualTo("reference-unknown");
        assertThat(Api.post(
                                "/v1/brands/other/customer-pool/" + IdType.POOL_ENTRY.format(entry.publicId())
                                        + "/claims",
                                account(FactsWorld.ACCOUNT_OF_ADA))
                        .status())
                .isIn(403, 404);
    }
}
