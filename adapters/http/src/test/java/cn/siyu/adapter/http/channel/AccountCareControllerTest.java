package cn.siyu.adapter.http.channel;

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
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountCareControllerTest {
    private final String path;

    AccountCareControllerTest() {
        assertThat(Api.bean(FactsWorld.Kept.class)).isNotNull();
        path = "/v1/brands/demo/channel-accounts/" + IdType.CHANNEL_ACCOUNT.format(byHand().publicId());
    }

    private static ChannelAccount byHand() {
        long number = Api.bean(IdSource.class).next();
        var account = new ChannelAccount(
                new ChannelAccountId(number),
                FactsWorld.publicId(number),
                TestEditions.BY_HAND,
                "by-hand",
                "wx" + number,
                "小王",
                FactsWorld.BO,
                FactsWorld.STORE_2,
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

    @Test
    void showsThePaceOfTodayAndHowBusyTheHolderIs() {
        Answer care = Api.get(path + "/care");

        assertThat(care.status()).as(care.toString()).isEqualTo(200);
        assertThat(care.at("health")).isEqualTo("HEALTHY");
        assertThat(care.at("adds", "perDay")).isEqualTo("1");
        assertThat(care.at("messages", "perDay")).isEqualTo("2");
        assertThat(care.at("openedOn")).isEqualTo("null");
        byHand();
        byHand();
        byHand();
        byHand();
        byHand();
        assertThat(Api.get(path + "/care").at("operator", "strain")).isEqualTo("OVER_COMFORT");
    }

    @Test
    void anOlderAccountMayDoMore() {
        Answer opened = Api.post(path + "/openings", "{\"openedOn\":\"2025-06-01\"}");

        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(opened.header("Location")).isEqualTo(path + "/care");
        assertThat(opened.at("adds", "perDay")).isEqualTo("3");
        assertThat(Api.post(path + "/openings", "{\"openedOn\":\"2030-01-01\"}").errors())
                .containsExactly("/openedOn out-of-range");
    }

    @Test
    void goesSlowerAfterAWarningAndStopsAfterABan() {
        Answer warned = Api.post(path + "/incidents", "{\"kind\":\"WARNING\",\"note\":\"操作频繁\"}");
        assertThat(warned.status()).as(warned.toString()).isEqualTo(201);
        assertThat(warned.at("health")).isEqualTo("COOLING");
        assertThat(warned.at("messages", "perDay")).isEqualTo("1");
        assertThat(warned.at("coolsDownUntil")).startsWith("2026-03-08T");
        assertThat(warned.at("incidents", "0", "note")).isEqualTo("操作频繁");
        assertThat(Api.get(path).at("health")).isEqualTo("WARNED");

        Answer banned = Api.post(path + "/incidents", "{\"kind\":\"BAN\"}");
        assertThat(banned.at("health")).isEqualTo("BANNED");
        assertThat(banned.at("adds", "perDay")).isEqualTo("0");
        assertThat(banned.at("state")).isEqualTo("CLOSED");
        assertThat(Api.get(path).at("health")).isEqualTo("BLOCKED");
        assertThat(Api.get(path + "/lost-customers").count("items")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "incidents|{}|/kind missing",
                "incidents|{\"kind\":\"RAIN\"}|/kind not-one-of",
                "incidents|{\"kind\":\"BAN\",\"occurredAt\":\"2030-01-01T00:00:00Z\"}|/occurredAt out-of-range",
                "openings|{}|/openedOn missing",
                "tasks|{\"kind\":\"ADD\",\"expiresAt\":\"2026-04-01T00:00:00Z\",\"customer\":\"cus_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"way\":\"PHONE\"}|/value missing",
                "tasks|{\"kind\":\"MOMENT\",\"expiresAt\":\"2020-04-01T00:00:00Z\"}|/expiresAt out-of-range",
            })
    void saysWhatIsWrong(String noun, String body, String mistake) {
        assertThat(Api.post(path + "/" + noun, body).errors()).containsExactly(mistake);
    }

    @Test
    void takesOrdersForItsWorklist() {
        Answer moment = Api.post(
                path + "/tasks",
                "{\"kind\":\"MOMENT\",\"text\":\"新豆到店\",\"why\":\"周五动态\",\"expiresAt\":\"2026-03-02T08:00:00Z\"}");

        assertThat(moment.status()).as(moment.toString()).isEqualTo(201);
        assertThat(moment.at("kind")).isEqualTo("MOMENT");
        assertThat(moment.at("worth")).isEqualTo("20");
        assertThat(moment.at("why")).isEqualTo("周五动态");
        Answer warned = Api.post(moment.header("Location") + "/observations", "{\"saw\":[\"WARNING\",\"NO_ANSWER\"]}");
        assertThat(warned.status()).as(warned.toString()).isEqualTo(201);
        assertThat(Api.get(path + "/care").at("health")).isEqualTo("COOLING");
        assertThat(Api.post(moment.header("Location") + "/observations", "{\"saw\":[\"REPLIED\"]}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void isForAccountsThatPeopleWorkAndTheirPeople() {
        String ada = "/v1/brands/demo/channel-accounts/"
                + IdType.CHANNEL_ACCOUNT.format(FactsWorld.publicId(FactsWorld.ACCOUNT_OF_ADA.value()));
        assertThat(Api.get(ada + "/care").status()).isEqualTo(409);
        String own = Keys.seeing(new DataScope.Own(FactsWorld.ADA));
        assertThat(Api.get(path + "/care", "Authorization", own).status()).isEqualTo(404);
        assertThat(Api.get(path + "/lost-customers", "Authorization", own).status())
                .isEqualTo(404);
        assertThat(Api.post(path + "/incidents", "{\"kind\":\"BAN\"}", "Authorization", own)
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(path + "/care", "Authorization", Keys.without(Scope.CHANNEL_ACCOUNTS_READ))
                        .status())
                .isEqualTo(403);
    }
}
