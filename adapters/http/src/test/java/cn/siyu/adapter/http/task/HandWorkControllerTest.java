package cn.siyu.adapter.http.task;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.contact.port.InMemoryReachability;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.task.port.InMemoryTasks;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HandWorkControllerTest {
    private static final String BRAND = "/v1/brands/demo";
    private static final String EXPIRES = ",\"expiresAt\":\"2026-03-08T08:00:00Z\"";

    private final CustomerId customer =
            Api.bean(FactsWorld.Kept.class).contact("wm" + UUID.randomUUID(), FactsWorld.ACCOUNT_OF_ADA);
    private final ChannelAccount account = byHand(FactsWorld.ADA, FactsWorld.STORE_1);

    HandWorkControllerTest() {
        reached(false);
    }

    private static ChannelAccount byHand(StaffId staff, DepartmentId department) {
        long number = Api.bean(IdSource.class).next();
        var account = new ChannelAccount(
                new ChannelAccountId(number),
                FactsWorld.publicId(number),
                TestEditions.BY_HAND,
                "by-hand",
                "wx" + number,
                "小王",
                staff,
                department,
                100,
                100,
                WorkingHours.ALWAYS,
                ChannelAccount.State.ACTIVE,
                ChannelAccount.Health.HEALTHY,
                1,
                World.NOW,
                World.NOW);
        Api.bean(ChannelAccounts.class).add(World.DEMO, account);
        return account;
    }

    private void reached(boolean blacklisted) {
        Api.bean(InMemoryReachability.class)
                .put(
                        World.DEMO,
                        new Reach(
                                customer,
                                "小明",
                                blacklisted,
                                ConsentState.NOT_RECORDED,
                                Set.of(),
                                ZoneId.of("Asia/Shanghai"),
                                null));
    }

    private static String named(PublicId account) {
        return IdType.CHANNEL_ACCOUNT.format(account);
    }

    private static String id(CustomerId customer) {
        return IdType.CUSTOMER.format(FactsWorld.publicId(customer.value()));
    }

    private Answer order(String wish, String... headers) {
        return Api.post(
                BRAND + "/channel-accounts/" + named(account.publicId()) + "/tasks",
                "{" + wish + EXPIRES + "}",
                headers);
    }

    private Answer add(String more) {
        return order("\"kind\":\"ADD\",\"customer\":\"" + id(customer)
                + "\",\"way\":\"PHONE\",\"value\":\"13812345678\"" + more);
    }

    private Answer doubleAdd(PublicId other) {
        return order("\"kind\":\"DOUBLE_ADD\",\"other\":\"" + named(other) + "\"");
    }

    private static Answer saw(Answer task, String more) {
        return Api.post(BRAND + "/tasks/" + task.at("id") + "/observations", "{\"saw\":[\"ACCEPTED\"]" + more + "}");
    }

    @Test
    void putsAnAddOnTheListAndTheNextOneOnTheNextDayWithRoom() {
        Answer first = add("");
        Answer second = add("");

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.at("dueAt")).startsWith("2026-03-01T08:00:00");
        assertThat(second.at("dueAt")).startsWith("2026-03-01T16:00:00");
    }

    @Test
    void ordersNobodyToSayWhatThePersonaNeverSays() {
        Api.send(
                "PUT",
                BRAND + "/channel-accounts/" + named(account.publicId()) + "/persona",
                "{\"name\":\"小完子\",\"figure\":\"PERSONABLE\",\"voice\":\"亲切\",\"forbiddenClaims\":[\"稳赚\"]}",
                "Content-Type",
                "application/json");

        Answer refused = add(",\"text\":\"您好，稳 赚\"");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("/text forbidden-claim");
        assertThat(refused.at("errors", "0", "detail")).contains("稳赚");
        assertThat(add("").status()).isEqualTo(201);
    }

    @Test
    void refusesAnAddOverThePaceIfAsked() {
        add("");

        Answer refused = add(",\"ifFull\":\"REFUSE\"");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("code")).isEqualTo("state-conflict");
        assertThat(refused.at("detail")).contains("2026-03-01T16:00:00Z");
        assertThat(add(",\"ifFull\":\"LATER\"").errors()).containsExactly("/ifFull not-one-of");
    }

    @Test
    void givesWhatIsOpenToWhoeverHoldsTheAccountNext() {
        String task = Objects.requireNonNull(
                order("\"kind\":\"MOMENT\",\"text\":\"好\"").at("id"));
        Api.send("POST", BRAND + "/tasks/" + task + "/claims", null);
        String path = BRAND + "/channel-accounts/" + named(account.publicId());
        String bo = IdType.STAFF.format(FactsWorld.publicId(FactsWorld.BO.value()));
        Answer given = Api.send(
                "PATCH",
                path,
                "{\"staff\":\"" + bo + "\"}",
                "Content-Type",
                "application/merge-patch+json",
                "If-Match",
                "\"1\"");
        assertThat(given.status()).as(given.toString()).isEqualTo(200);

        Answer after = Api.get(BRAND + "/tasks/" + task);

        assertThat(Api.bean(InMemoryTasks.class)
                        .byPublicId(World.DEMO, IdType.TASK.inPath("task", task))
                        .orElseThrow()
                        .staff())
                .isEqualTo(FactsWorld.BO);
        assertThat(after.at("claimedBy")).isEqualTo("null");
        assertThat(after.at("claimLost")).isEqualTo("HOLDER_CHANGED");
    }

    @Test
    void bothersNobodyWhoIsBanned() {
        reached(true);

        assertThat(add("").status()).isEqualTo(409);
        assertThat(add("").at("detail")).contains("BLACKLISTED");
    }

    @Test
    void makesADoubleAddTwoRelationshipsOfOneCustomer() {
        Answer task = doubleAdd(FactsWorld.publicId(FactsWorld.ACCOUNT_OF_ADA.value()));
        assertThat(task.status()).as(task.toString()).isEqualTo(201);
        assertThat(task.at("kind")).isEqualTo("DOUBLE_ADD");
        assertThat(task.at("customer")).isEqualTo("null");
        assertThat(task.at("hint")).isNotEqualTo("null");

        Answer told = saw(task, ",\"friend\":\"xiaoming88\",\"sameAs\":\"" + id(customer) + "\"");

        assertThat(told.status()).as(told.toString()).isEqualTo(201);
        assertThat(Api.get(BRAND + "/customers/" + id(customer)).toString())
                .contains("xiaoming88")
                .contains(named(account.publicId()));
    }

    @Test
    void namesTheOtherAccountThatIsNotOfTheSamePerson() {
        assertThat(doubleAdd(byHand(FactsWorld.ADA, FactsWorld.STORE_1).publicId())
                        .errors())
                .containsExactly("/other reference-unknown");
        assertThat(order("\"kind\":\"DOUBLE_ADD\"").errors()).containsExactly("/other missing");
    }

    @Test
    void linksNobodyWhoWasNotAcceptedTwice() {
        Answer task = add("");

        assertThat(saw(task, ",\"sameAs\":\"" + id(customer) + "\"").errors()).containsExactly("/sameAs not-allowed");
        assertThat(saw(task, ",\"sameAs\":\"" + id(new CustomerId(1)) + "\"").errors())
                .containsExactly("/sameAs reference-unknown");
        var elsewhere =
                Api.bean(FactsWorld.Kept.class).contact("wm" + UUID.randomUUID(), new ChannelAccountId(987_654));
        Answer twice = doubleAdd(FactsWorld.publicId(FactsWorld.ACCOUNT_OF_ADA.value()));
        assertThat(saw(twice, ",\"sameAs\":\"" + id(elsewhere) + "\"").errors()).containsExactly("/sameAs not-allowed");
    }

    @Test
    void findsNoAccountThatTheKeyDoesNotSee() {
        String ofBo = Keys.seeing(new DataScope.Own(FactsWorld.BO));

        assertThat(order("\"kind\":\"MOMENT\",\"text\":\"好\"", "Authorization", ofBo)
                        .status())
                .isEqualTo(404);
    }
}
