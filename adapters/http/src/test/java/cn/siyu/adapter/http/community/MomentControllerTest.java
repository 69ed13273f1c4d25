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
import cn.siyu.application.brand.Sight;
import cn.siyu.application.community.port.InMemoryMomentPlans;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentControllerTest {
    private static final String MOMENTS = "/v1/brands/demo/moments";
    private static final String ADA =
            IdType.CHANNEL_ACCOUNT.format(FactsWorld.publicId(FactsWorld.ACCOUNT_OF_ADA.value()));
    private static final String BO =
            IdType.CHANNEL_ACCOUNT.format(FactsWorld.publicId(FactsWorld.ACCOUNT_OF_BO.value()));

    private final String later = World.NOW.plus(Duration.ofHours(1)).toString();
    private final String material = Api.post("/v1/brands/demo/materials", "{\"name\":\"上新\",\"text\":\"新品上市\"}")
            .at("id");
    private final FactsWorld.Kept facts = Api.bean(FactsWorld.Kept.class);

    MomentControllerTest() {
        facts.contact("wm" + UUID.randomUUID(), FactsWorld.ACCOUNT_OF_ADA);
    }

    private String wish() {
        return """
                {"material": "%s", "accounts": ["%s", "%s"], "publishAt": "%s"}""".formatted(material, ADA, BO, later);
    }

    private static String path(Answer planned) {
        return MOMENTS + "/" + planned.at("id");
    }

    /// Does something with the post of Ada, as the engine would.
    private static Answer after(String path, UnaryOperator<MomentPost> deed) {
        var plans = Api.bean(InMemoryMomentPlans.class);
        Answer listed = Api.get(path + "/posts");
        var id = IdType.MOMENT_POST.inPath("post", listed.at("items", "0", "id"));
        var plan = plans.byPublicId(
                        World.DEMO, IdType.MOMENT.inPath("moment", path.substring(path.lastIndexOf('/') + 1)))
                .orElseThrow();
        var post = plans.post(World.DEMO, plan.id(), new Sight.Everything(), id).orElseThrow();
        plans.replacePosts(World.DEMO, List.of(deed.apply(post)));
        return Api.get(path + "/posts/" + listed.at("items", "0", "id"));
    }

    @Test
    void plansAPostPerAccountAndShowsWhereEachStands() {
        Answer made = Api.post(MOMENTS, wish());

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.at("id")).startsWith("mom_");
        assertThat(made.at("material")).isEqualTo(material);
        assertThat(made.at("publishAt")).startsWith(later.substring(0, 19));
        assertThat(Api.get(path(made)).text()).isEqualTo(made.text());
        Answer posts = Api.get(path(made) + "/posts");
        assertThat(posts.count("items")).isEqualTo(2);
        assertThat(posts.at("items", "0", "account")).isEqualTo(ADA);
        assertThat(posts.at("items", "0", "state")).isEqualTo("PLANNED");
        assertThat(Integer.parseInt(posts.at("items", "0", "audience"))).isPositive();
        assertThat(Api.get(MOMENTS + "?limit=1").count("items")).isEqualTo(1);
        assertThat(Api.get(path(made) + "/posts?limit=1").at("next")).isNotEqualTo("null");
    }

    @Test
    void repeatsAPlanUnderItsIdempotencyKeyAndTriesWithoutEffect() {
        String key = UUID.randomUUID().toString();
        Answer first = Api.post(MOMENTS, wish(), "Idempotency-Key", key);
        Answer again = Api.post(MOMENTS, wish(), "Idempotency-Key", key);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(Api.post(MOMENTS + "?validate=only", wish()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"material\": \"mat_|\"material\": \"mat_01kaj4v5x8e6rtz3m0w9q2c4hd\", \"visibleTo\": [], \"x\": \"|/x|unknown-property",
                "\"accounts\": [|\"accounts\": [\"acc_01kaj4v5x8e6rtz3m0w9q2c4hd\", |/accounts/0|reference-unknown",
                "\"accounts\": [|\"visibleTo\": [\"tag_01kaj4v5x8e6rtz3m0w9q2c4hd\"], \"accounts\": [|/visibleTo/0|reference-unknown",
                "\"publishAt\": \"|\"publishAt\": \"2020-01-01T00:00:00Z\", \"x\": \"|/x|unknown-property",
                "\"publishAt\"|\"confirmBy\": \"2020-01-01T00:00:00Z\", \"publishAt\"|/confirmBy|out-of-range",
            })
    void refusesWhatIsWrongWithItsPlace(String right, String wrong, String pointer, String code) {
        Answer answer = Api.post(MOMENTS, wish().replace(right, wrong));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.errors()).as(answer.toString()).contains(pointer + " " + code);
    }

    @Test
    void refusesTimesThatArePastAndWordsForOneCustomer() {
        Answer past = Api.post(MOMENTS, wish().replace(later, "2020-01-01T00:00:00Z"));
        assertThat(past.errors()).contains("/publishAt already-past");
        String personal = Api.post(
                        "/v1/brands/demo/materials", "{\"name\":\"称呼\",\"text\":\"{{customer.nickname|}}你好\"}")
                .at("id");
        if (personal.startsWith("mat_")) {
            assertThat(Api.post(MOMENTS, wish().replace(material, personal)).status())
                    .isEqualTo(201);
        }
        assertThat(Api.post(MOMENTS, "{\"material\": \"" + material + "\", \"accounts\": []}")
                        .errors())
                .contains("/accounts too-few");
    }

    @Test
    void callsAPlanOffUntilItIsHandedOut() {
        String path = path(Api.post(MOMENTS, wish()));
        Answer off = Api.send("POST", path + "/cancellations", null);
        assertThat(off.status()).as(off.toString()).isEqualTo(200);
        assertThat(off.at("cancelledAt")).isNotEqualTo("null");
        assertThat(Api.get(path + "/posts").at("items", "0", "state")).isEqualTo("CANCELLED");

        String late = path(Api.post(MOMENTS, wish()));
        after(late, post -> post.unknown("NO_ANSWER", World.NOW));
        assertThat(Api.send("POST", late + "/cancellations", null).at("code")).isEqualTo("state-conflict");
        assertThat(Api.send("POST", MOMENTS + "/mom_01kaj4v5x8e6rtz3m0w9q2c4hd/cancellations", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void letsAPersonSayWhatBecameOfAnUnknownPost() {
        String path = path(Api.post(MOMENTS, wish()));
        Answer unknown = after(path, post -> post.unknown("NO_ANSWER", World.NOW));
        assertThat(unknown.at("state")).isEqualTo("UNKNOWN");
        String post = path + "/posts/" + unknown.at("id");

        Answer settled = Api.post(post + "/settlements", "{\"published\": true}");
        assertThat(settled.status()).as(settled.toString()).isEqualTo(200);
        assertThat(settled.at("state")).isEqualTo("PUBLISHED");
        assertThat(Api.post(post + "/settlements", "{\"published\": true}").at("code"))
                .isEqualTo("state-conflict");
    }

    @Test
    void takesInReactionsAndShowsFromWhomMomentsAreHidden() {
        var customer = facts.contact("wm" + UUID.randomUUID(), FactsWorld.ACCOUNT_OF_ADA);
        PublicId relationship = facts.relationships()
                .of(World.DEMO, List.of(customer))
                .getFirst()
                .publicId();
        String path = path(Api.post(MOMENTS, wish()));
        Answer open = Api.get(path + "/posts");
        String post = path + "/posts/" + open.at("items", "0", "id");
        String body = """
                {"reactions": [{"relationship": "%1$s", "kind": "LIKED"}, {"relationship": "%1$s", "kind": "NOT_INTERESTED"}]}""".formatted(IdType.RELATIONSHIP.format(relationship));
        assertThat(Api.post(post + "/reactions", body).at("code")).isEqualTo("state-conflict");
        after(path, one -> one.published(World.NOW, null, World.NOW));

        Answer taken = Api.post(post + "/reactions", body);
        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
        assertThat(taken.at("likes")).isEqualTo("1");
        Answer hidden = Api.get("/v1/brands/demo/moment-silences?limit=500&account=" + ADA);
        assertThat(hidden.text()).contains(IdType.RELATIONSHIP.format(relationship));
        assertThat(Api.get("/v1/brands/demo/moment-silences?limit=500&account=" + BO)
                        .text())
                .doesNotContain(IdType.RELATIONSHIP.format(relationship));
        assertThat(Api.post(
                                post + "/reactions",
                                "{\"reactions\": [{\"relationship\": \"rel_01kaj4v5x8e6rtz3m0w9q2c4hd\", \"kind\": \"LIKED\"}]}")
                        .errors())
                .contains("/reactions/0/relationship reference-unknown");
    }

    @Test
    void showsPostsOfAccountsThatTheKeySeesOnly() {
        Answer made = Api.post(MOMENTS, wish());
        String bo = Keys.seeing(new DataScope.Own(FactsWorld.BO));
        Answer posts = Api.get(path(made) + "/posts", "Authorization", bo);

        assertThat(posts.count("items")).isEqualTo(1);
        assertThat(posts.at("items", "0", "account")).isEqualTo(BO);
        String hidden = Objects.requireNonNull(Api.get(path(made) + "/posts").at("items", "0", "id"));
        assertThat(Api.get(path(made) + "/posts/" + hidden, "Authorization", bo).status())
                .isEqualTo(404);
        assertThat(Api.post(MOMENTS, wish(), "Authorization", bo).errors()).contains("/accounts/0 reference-unknown");
        assertThat(Api.get(path(made), "Authorization", Keys.ofOtherBrand()).status())
                .isEqualTo(404);
        assertThat(Api.post(MOMENTS, wish(), "Authorization", Keys.without(Scope.SENDS_WRITE))
                        .status())
                .isEqualTo(403);
    }
}
