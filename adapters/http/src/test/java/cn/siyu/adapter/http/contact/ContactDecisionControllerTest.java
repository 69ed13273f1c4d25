package cn.siyu.adapter.http.contact;

import static cn.siyu.adapter.http.FactsWorld.ACCOUNT_OF_ADA;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.contact.port.InMemoryReachability;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Sender;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.customer.CustomerId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactDecisionControllerTest {
    private static final String DECISIONS = "/v1/brands/demo/contact-decisions";

    private final FactsWorld.Kept kept = Api.bean(FactsWorld.Kept.class);
    private final CustomerId free = customer(false);
    private final CustomerId banned = customer(true);

    private CustomerId customer(boolean blacklisted) {
        CustomerId id = kept.contact("wm" + UUID.randomUUID(), ACCOUNT_OF_ADA);
        var relationship = kept.relationships().of(World.DEMO, List.of(id)).getFirst();
        var link = new Reach.Link(
                relationship.id(),
                ACCOUNT_OF_ADA,
                relationship.identity(),
                id,
                "wm",
                new Sender("in-memory", "main", "ada"),
                true,
                true,
                null,
                55.0,
                .8,
                new Reach.Names(LocalDate.of(2026, 2, 20), 0, "小达", "一店", "Demo"));
        Api.bean(InMemoryReachability.class)
                .put(
                        World.DEMO,
                        new Reach(
                                id,
                                "小明",
                                blacklisted,
                                ConsentState.NOT_RECORDED,
                                Set.of(),
                                ZoneId.of("Asia/Shanghai"),
                                link));
        return id;
    }

    private String id(CustomerId customer) {
        return IdType.CUSTOMER.format(
                kept.customers().find(World.DEMO, customer).orElseThrow().publicId());
    }

    private String body(CustomerId... customers) {
        var ids = new StringBuilder();
        for (CustomerId customer : customers) {
            ids.append(ids.isEmpty() ? "" : ",")
                    .append('"')
                    .append(id(customer))
                    .append('"');
        }
        return "{\"customers\":[" + ids + "],\"contactClass\":\"MARKETING\"}";
    }

    @Test
    void saysWhoMayBeContactedThroughWhichAccountAndWhyNot() {
        Answer answer = Api.post(DECISIONS, body(banned, free, free));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.count("items")).isEqualTo(3);
        assertThat(answer.at("items", "0", "customer")).isEqualTo(id(banned));
        assertThat(answer.at("items", "0", "verdict")).isEqualTo("REFUSED");
        assertThat(answer.at("items", "0", "earliestAt")).isEqualTo("null");
        assertThat(answer.at("items", "0", "decision", "grounds", "0", "code")).isEqualTo("BLACKLISTED");
        assertThat(answer.at("items", "0", "decision", "grounds", "0", "explanation"))
                .isEqualTo("The brand has put the customer on its blacklist. Take the customer off the blacklist.");
        assertThat(answer.at("items", "1", "verdict")).isEqualTo("ALLOWED");
        assertThat(answer.at("items", "1", "account"))
                .isEqualTo(IdType.CHANNEL_ACCOUNT.format(GivenSends.id(ACCOUNT_OF_ADA)));
        assertThat(answer.at("items", "1", "relationship")).startsWith("rel_");
        assertThat(answer.at("items", "2", "customer")).isEqualTo(id(free));
    }

    @Test
    void pointsAtCustomersThatAreNotThere() {
        String stranger = IdType.CUSTOMER.format(FactsWorld.publicId(77));
        Answer answer = Api.post(DECISIONS, body(free, banned).replace(id(banned), stranger));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly("/customers/1 reference-unknown");
    }

    @Test
    void knowsNoCustomersOutOfSight() {
        String bo = Keys.seeing(new DataScope.Own(FactsWorld.BO));
        String ada = Keys.seeing(new DataScope.Own(FactsWorld.ADA));

        assertThat(Api.post(DECISIONS, body(free), "Authorization", bo).errors())
                .containsExactly("/customers/0 reference-unknown");
        assertThat(Api.post(DECISIONS, body(free), "Authorization", ada).status())
                .isEqualTo(200);
        assertThat(Api.post(DECISIONS, body(free), "Authorization", Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
        assertThat(Api.post(DECISIONS, body(free), "Authorization", Keys.without(Scope.SENDS_READ))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"customers\":[]}|/customers|too-few",
                "{}|/customers|missing",
                "{\"customers\":[\"x\"]}|/customers/0|bad-format",
                "{\"customers\":[\"cus_01kaj4v5x8e6rtz3m0w9q2c4hd\"],\"touchpoint\":\"chat\"}|/touchpoint|bad-format",
                "{\"customers\":[\"cus_01kaj4v5x8e6rtz3m0w9q2c4hd\"],\"contactClass\":\"SPAM\"}|/contactClass|not-one-of",
            })
    void refusesWhatIsWrongWithItsPlace(String body, String pointer, String code) {
        Answer answer = Api.post(DECISIONS, Objects.requireNonNull(body));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly(pointer + " " + code);
    }
}
