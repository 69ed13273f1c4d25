package cn.siyu.adapter.http.graduation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.customer.ResolveCustomers;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.application.graduation.port.Candidates.Outcome;
import cn.siyu.application.graduation.port.Fits.Ranked;
import cn.siyu.application.graduation.port.InMemoryCandidates;
import cn.siyu.application.graduation.port.InMemoryFits;
import cn.siyu.application.graduation.port.InMemoryPrograms;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.CandidateId;
import cn.siyu.domain.graduation.FitFacts;
import cn.siyu.domain.graduation.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GraduationControllerTest {
    private static final String GRADUATIONS = "/v1/brands/demo/graduations";
    private static final String ACCOUNT = IdType.CHANNEL_ACCOUNT.format(FactsWorld.publicId(90_501));

    private static String material = "";
    private static CustomerId known = new CustomerId(0);

    @BeforeAll
    static void thereAreAnAccountAMaterialAndACustomer() {
        Api.bean(ChannelAccounts.class)
                .add(
                        World.DEMO,
                        new ChannelAccount(
                                new ChannelAccountId(90_501),
                                FactsWorld.publicId(90_501),
                                TestEditions.BY_HAND,
                                "by-hand",
                                "wx_ada",
                                "小达",
                                FactsWorld.ADA,
                                FactsWorld.STORE_1,
                                100,
                                50,
                                WorkingHours.ALWAYS,
                                ChannelAccount.State.ACTIVE,
                                ChannelAccount.Health.HEALTHY,
                                1,
                                World.NOW,
                                World.NOW));
        material = Api.post(
                        "/v1/brands/demo/materials",
                        "{\"name\":\"邀请 " + UUID.randomUUID() + "\",\"text\":\"加我微信，口令 {{invitation.code}}\"}")
                .at("id");
        known = Api.bean(FactsWorld.Kept.class).contact("wm-graduate", FactsWorld.ACCOUNT_OF_ADA);
        Api.bean(InMemoryFits.class)
                .put(new Ranked(
                        known,
                        FactsWorld.publicId(known.value()),
                        new FitFacts(120_000, 62.0, .8, 1, 0, false, false, false, null, 0)));
    }

    private static String body(String more) {
        return "{\"name\":\"前 2%\",\"kind\":\"GRADUATION\",\"holdout\":0.2,\"accounts\":[\"" + ACCOUNT
                + "\"],\"material\":\"" + material + "\"" + more + "}";
    }

    private static String created() {
        Answer answer = Api.post(GRADUATIONS, body(",\"audience\":\"value.tier = CORE\",\"answerWithin\":\"P7D\""));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.at("id");
    }

    private static Answer to(String id, String state) {
        return Api.post(GRADUATIONS + "/" + id + "/" + state, "");
    }

    @Test
    void laysAProgramDownAndSwitchesIt() {
        String id = created();
        Answer shown = Api.get(GRADUATIONS + "/" + id);
        assertThat(shown.at("state")).isEqualTo("DRAFT");
        assertThat(shown.at("audience")).isEqualTo("value.tier = CORE");
        assertThat(shown.at("holdout")).isEqualTo("0.2");
        assertThat(shown.at("answerWithin")).isEqualTo("PT168H");
        assertThat(to(id, "pauses").status()).isEqualTo(409);
        assertThat(to(id, "activations").at("state")).isEqualTo("ACTIVE");
        assertThat(to(id, "activations").at("version"))
                .as("again changes nothing")
                .isEqualTo("2");
        assertThat(to(id, "pauses").at("state")).isEqualTo("PAUSED");
        assertThat(to(id, "endings").at("state")).isEqualTo("ENDED");
        assertThat(to(id, "activations").at("code")).isEqualTo("state-conflict");
        assertThat(Api.get(GRADUATIONS).text()).contains(id);
    }

    @Test
    void saysWhatIsWrongWithAProgram() {
        String other = IdType.CHANNEL_ACCOUNT.format(FactsWorld.publicId(FactsWorld.ACCOUNT_OF_ADA.value()));
        String nobody = IdType.CHANNEL_ACCOUNT.format(FactsWorld.publicId(77_777));
        Answer answer = Api.post(GRADUATIONS, """
                {"name":"x","kind":"WIN_BACK","holdout":0,"accounts":["%s","%s"],"material":"%s",
                 "sop":"%s"}""".formatted(
                        other,
                        nobody,
                        IdType.MATERIAL.format(FactsWorld.publicId(1)),
                        IdType.SOP.format(FactsWorld.publicId(1))));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("/accounts/0", "/accounts/1", "/material", "/sop");
        assertThat(Api.post(GRADUATIONS, body(",\"audience\":\"value.tear = CORE\""))
                        .text())
                .contains("/audience", "value.tier");
        assertThat(Api.post(GRADUATIONS, "{\"holdout\":0.9}").text())
                .contains("/name", "/kind", "/holdout", "/accounts", "/material");
    }

    @Test
    void isNotThereForAnotherBrand() {
        String id = created();
        assertThat(Api.get("/v1/brands/live/graduations/" + id, "Authorization", "Bearer " + World.LIVE_KEY.text())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void checksTheVersionOfWhoNamesOne() {
        String id = created();
        assertThat(Api.send("POST", GRADUATIONS + "/" + id + "/activations", "", "If-Match", "\"9\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void listsCandidatesAndTakesInWhoComesWithACode() {
        String id = created();
        String token = invited(id, 90_601, known);
        Answer listed = Api.get(GRADUATIONS + "/" + id + "/candidates?state=INVITED");
        assertThat(listed.at("items", "0", "token")).isEqualTo(token);
        assertThat(Api.get(GRADUATIONS + "/" + id + "/candidates?state=HELD_OUT")
                        .text())
                .contains("\"items\":[]");

        Answer accepted = Api.post(
                "/v1/brands/demo/invitation-acceptances", "{\"token\":\"" + token + "\",\"friend\":\"xiaoming88\"}");
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
        assertThat(accepted.at("account")).isEqualTo(ACCOUNT);
        assertThat(accepted.at("came")).isEqualTo("ACCEPTED");
        var kept = Api.bean(FactsWorld.Kept.class);
        var births = kept.graph().births(World.DEMO, List.of(known)).getOrDefault(known, List.of());
        assertThat(kept.identities().of(World.DEMO, births))
                .as("the new friend is a birth customer of its own, and the same person")
                .extracting(each -> each.key().value())
                .contains("xiaoming88");
        Answer again = Api.post(
                "/v1/brands/demo/invitation-acceptances", "{\"token\":\"" + token + "\",\"friend\":\"xiaoming88\"}");
        assertThat(again.status()).as("the same friend: " + again).isEqualTo(200);
        Answer forwarded = Api.post(
                "/v1/brands/demo/invitation-acceptances", "{\"token\":\"" + token + "\",\"friend\":\"a_stranger\"}");
        assertThat(forwarded.status())
                .as("a code is one friend's: " + forwarded)
                .isEqualTo(409);
        assertThat(forwarded.at("code")).isEqualTo("state-conflict");
        assertThat(Api.post("/v1/brands/demo/invitation-acceptances", "{\"token\":\"ABCDEFGH\",\"friend\":\"x\"}")
                        .text())
                .contains("/token");
    }

    /// Invited a moment ago.
    ///
    /// @return the code
    private static String invited(String program, long number, CustomerId customer) {
        var found = Api.bean(InMemoryPrograms.class)
                .byPublicId(World.DEMO, IdType.GRADUATION.inPath("graduation", program))
                .orElseThrow();
        var publicId = FactsWorld.publicId(number);
        Api.bean(InMemoryCandidates.class)
                .add(
                        World.DEMO,
                        List.of(new Candidate(
                                new CandidateId(number),
                                publicId,
                                found.id(),
                                customer,
                                Arm.TREATED,
                                new Candidate.Before(120_000, 62),
                                new ChannelAccountId(90_501),
                                Tokens.of(publicId),
                                Candidate.State.INVITED,
                                null,
                                new Candidate.Invitation(null, null, World.NOW, World.NOW.plusSeconds(600)),
                                null,
                                World.NOW.plusSeconds(600),
                                1,
                                World.NOW,
                                World.NOW)));
        return Tokens.of(publicId);
    }

    private static Answer comes(String token, String friend, String more) {
        return Api.post(
                "/v1/brands/demo/invitation-acceptances",
                "{\"token\":\"" + token + "\",\"friend\":\"" + friend + "\"" + more + "}");
    }

    @Test
    void saysThatTheFriendIsSomebodyElse() {
        var kept = Api.bean(FactsWorld.Kept.class);
        var customer = kept.contact("wm-invited", FactsWorld.ACCOUNT_OF_ADA);
        var other = kept.contact("wm-other", FactsWorld.ACCOUNT_OF_ADA);
        var theirs = kept.identities().of(World.DEMO, List.of(other)).getFirst().key();
        var friend = new IdentityKey(IdentityType.PERSONAL_CONTACT, "wx_ada", "an_old_friend");
        Api.bean(InMemoryStore.class)
                .run(() -> Api.bean(ResolveCustomers.class)
                        .resolve(
                                World.DEMO,
                                List.of(new Claim(
                                        List.of(theirs, friend),
                                        IdentitySource.LOGIN,
                                        Profile.NONE,
                                        World.NOW.minusSeconds(86_400))),
                                World.NOW));
        String token = invited(created(), 90_602, customer);

        Answer answer = comes(token, "an_old_friend", "");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("came")).isEqualTo("SOMEBODY_ELSE");
        assertThat(kept.graph().births(World.DEMO, List.of(customer)).getOrDefault(customer, List.of()))
                .as("nobody is guessed to be one")
                .containsExactly(customer);
        assertThat(Api.get("/v1/brands/demo/identity-conflicts").text())
                .as("but the conflict is shown")
                .contains("wm-invited", "an_old_friend");
        assertThat(comes(token, "an_old_friend", "").at("came"))
                .as("said twice it comes to the same")
                .isEqualTo("SOMEBODY_ELSE");
    }

    @Test
    void refusesAMomentBeforeThereWasTheCode() {
        var customer = Api.bean(FactsWorld.Kept.class).contact("wm-early", FactsWorld.ACCOUNT_OF_ADA);
        String token = invited(created(), 90_603, customer);

        Answer answer = comes(token, "too_early", ",\"at\":\"" + World.NOW.minusSeconds(1) + "\"");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.text()).contains("/at", "out-of-range");
        assertThat(comes(token, "too_early", ",\"at\":\"" + World.NOW + "\"").at("came"))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void keepsTheReportOfAProgramThatHasEnded() {
        String id = created();
        to(id, "activations");
        String report = GRADUATIONS + "/" + id + "/report";
        assertThat(to(id, "endings").at("state")).isEqualTo("ENDED");
        Answer kept = Api.get(report);
        assertThat(kept.at("reading")).isEqualTo("FINAL");
        assertThat(kept.at("sampleRatio", "planned")).isEqualTo("0.2");
        assertThat(kept.at("sampleRatio", "alarm")).isEqualTo("false");
        invited(id, 90_604, known);
        assertThat(Api.get(report).text()).isEqualTo(kept.text());
    }

    @Test
    void readsWhetherItHelpedFromThoseHeldOut() {
        String id = created();
        var people = new ArrayList<Outcome>();
        for (int i = 0; i < 60; i++) {
            people.add(new Outcome(i % 3 == 0 ? Arm.CONTROL : Arm.TREATED, 1000, 50 + i % 7, 50 + i % 7, 10, true));
        }
        Api.bean(InMemoryCandidates.class).became(people);
        Answer none = Api.get(GRADUATIONS + "/" + id + "/report");
        assertThat(none.status()).as(none.toString()).isEqualTo(200);
        assertThat(none.at("reading")).isEqualTo("EARLY");
        assertThat(none.at("socialTrust", "finding")).isEqualTo("UNDECIDED");
        people.replaceAll(each -> each.arm() == Arm.CONTROL
                ? each
                : new Outcome(each.arm(), 1000, each.socialBefore(), each.social() + 9, 10, true));
        Api.bean(InMemoryCandidates.class).became(people);
        assertThat(Api.get(GRADUATIONS + "/" + id + "/report").at("socialTrust", "finding"))
                .isEqualTo("HIGHER");
        Api.bean(InMemoryCandidates.class).became(people.subList(0, 12));
        assertThat(Api.get(GRADUATIONS + "/" + id + "/report").at("socialTrust", "finding"))
                .isEqualTo("TOO_FEW");
    }

    @Test
    void saysWhichChannelFitsACustomerAndWhoFitsBest() {
        String customer = IdType.CUSTOMER.format(FactsWorld.publicId(known.value()));
        Answer fit = Api.get("/v1/brands/demo/customers/" + customer + "/channel-fit");
        assertThat(fit.status()).as(fit.toString()).isEqualTo(200);
        assertThat(fit.at("advice")).isEqualTo("GRADUATE");
        assertThat(fit.at("tier")).isEqualTo("CORE");
        assertThat(fit.text()).contains("{\"of\":\"REPLIES\",\"met\":false,\"is\":1.0,\"needed\":2.0}");
        Answer list = Api.get("/v1/brands/demo/customer-fits/graduations");
        assertThat(list.at("items", "0", "customer")).isEqualTo(customer);
        assertThat(Api.get("/v1/brands/demo/customer-fits/win-backs").text()).contains("\"items\":[]");
        assertThat(Api.get("/v1/brands/demo/customers/" + IdType.CUSTOMER.format(FactsWorld.publicId(1))
                                + "/channel-fit")
                        .status())
                .isEqualTo(404);
    }
}
