package cn.siyu.adapter.http.customer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.Scope;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TagControllerTest {
    private static final String TAGS = "/v1/brands/demo/tags";

    private final String name = UUID.randomUUID().toString().substring(0, 8);

    private Answer make() {
        return Api.post(TAGS, "{\"group\": \"意向\", \"name\": \"" + name + "\"}");
    }

    @Test
    void makesTagsOncePerGroupAndName() {
        Answer made = make();
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.at("knownToChannel")).isEqualTo("false");
        assertThat(Api.get(String.valueOf(made.header("Location"))).text()).isEqualTo(made.text());
        assertThat(Api.get(TAGS).text()).contains(made.at("id"));
        Answer again = make();
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains(made.at("id"));
        assertThat(Api.post(TAGS, "{\"group\": \"\", \"colour\": 1}").errors())
                .containsExactlyInAnyOrder("/group empty", "/name missing", "/colour unknown-property");
    }

    @Test
    void setsTagsAndTakesThemAway() {
        FactsWorld.Kept kept = Api.bean(FactsWorld.Kept.class);
        var number = kept.contact("wm" + UUID.randomUUID(), FactsWorld.ACCOUNT_OF_ADA);
        String customer = "/v1/brands/demo/customers/"
                + IdType.CUSTOMER.format(
                        kept.customers().find(World.DEMO, number).orElseThrow().publicId());
        String tag = make().at("id");

        Answer set = Api.send("PUT", customer + "/tags/" + tag, null);
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(set.at("items", "0", "id")).isEqualTo(tag);
        assertThat(Api.get("/v1/brands/demo/customers?limit=500&tag=" + name).count("items"))
                .isEqualTo(1);
        assertThat(Api.get(customer + "/timeline").at("items", "0", "kind")).isEqualTo("TAG_SET");
        assertThat(Api.get(customer + "/tags").count("items")).isEqualTo(1);
        assertThat(Api.send("DELETE", customer + "/tags/" + tag, null).count("items"))
                .isZero();
        assertThat(Api.send("PUT", customer + "/tags/tag_01kaj4v5x8e6rtz3m0w9q2c4hd", null)
                        .status())
                .isEqualTo(404);
        assertThat(Api.send(
                                "PUT",
                                customer + "/tags/" + tag,
                                null,
                                "Authorization",
                                Keys.without(Scope.CUSTOMERS_WRITE))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void keepsBrandsAndScopesApart() {
        String tag = TAGS + "/" + make().at("id");
        assertThat(Api.get(tag, "Authorization", Keys.ofOtherBrand()).status()).isEqualTo(404);
        assertThat(Api.get(tag.replace("demo", "live"), "Authorization", Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(tag, "Authorization", Keys.without(Scope.TAGS_READ)).status())
                .isEqualTo(403);
        assertThat(Api.post(TAGS, "{}", "Authorization", Keys.without(Scope.TAGS_WRITE))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void listsTheFieldsThatExpressionsKnow() {
        Answer fields = Api.get("/v1/brands/demo/fields");
        assertThat(fields.status()).isEqualTo(200);
        for (int i = 0; i < fields.count("items"); i++) {
            String example = fields.at("items", Integer.toString(i), "example");
            Answer used = Api.get("/v1/brands/demo/customers?filter="
                    + java.net.URLEncoder.encode(example, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(used.status()).as(example + " " + used).isEqualTo(200);
        }
    }
}
