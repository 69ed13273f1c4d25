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
import cn.siyu.application.channel.port.Personas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonaControllerTest {
    private static final String BRAND = "/v1/brands/demo";
    private static final String OF_BRAND = BRAND + "/persona";
    private static final String ADA =
            IdType.CHANNEL_ACCOUNT.format(FactsWorld.publicId(FactsWorld.ACCOUNT_OF_ADA.value()));
    private static final String OF_ADA = BRAND + "/channel-accounts/" + ADA + "/persona";
    private static final String PERSONA = """
            {"name": "小完子", "figure": "PERSONABLE", "voice": "亲切",
             "topics": [{"name": "护肤", "words": ["防晒"]}],
             "calendar": [{"day": "MONDAY", "at": "20:30", "topic": "护肤"}], "forbiddenClaims": ["永久美白"]}""";

    @BeforeEach
    void thereAreAccounts() {
        Api.bean(FactsWorld.Kept.class);
    }

    @AfterEach
    void nobodyHasAPersona() {
        var personas = Api.bean(Personas.class);
        personas.all(World.DEMO).forEach(kept -> personas.remove(World.DEMO, kept));
    }

    private static Answer put(String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/json";
        return Api.send("PUT", path, body, all);
    }

    @Test
    void setsShowsChangesAndTakesAway() {
        assertThat(Api.get(OF_BRAND).status()).isEqualTo(404);
        Answer made = put(OF_BRAND, PERSONA);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.at("calendar", "0", "at")).isEqualTo("20:30");
        assertThat(made.at("topics", "0", "words", "0")).isEqualTo("防晒");
        assertThat(Api.get(OF_BRAND).text()).isEqualTo(made.text());

        assertThat(put(OF_BRAND, PERSONA).status()).isEqualTo(428);
        assertThat(put(OF_BRAND, PERSONA, "If-Match", "\"9\"").status()).isEqualTo(412);
        Answer changed = put(OF_BRAND, PERSONA.replace("小完子", "完子"), "If-Match", "\"1\"");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.at("version")).isEqualTo("2");
        assertThat(Api.send("DELETE", OF_BRAND, null, "If-Match", "\"2\"").status())
                .isEqualTo(200);
        assertThat(Api.get(OF_BRAND).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"PERSONABLE\"|\"FUNNY\"|/figure|not-one-of",
                "\"MONDAY\"|\"SOMEDAY\"|/calendar/0/day|not-one-of",
                "\"topic\": \"护肤\"|\"topic\": \"基金\"|/calendar/0/topic|reference-unknown",
                "\"name\": \"小完子\"|\"name\": null|/name|missing",
            })
    void refusesWhatIsWrongWithItsPlace(String right, String wrong, String pointer, String code) {
        Answer answer = put(OF_BRAND, PERSONA.replace(right, wrong));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.errors()).as(answer.toString()).contains(pointer + " " + code);
    }

    @Test
    void checksTextsAgainstTheAccountsPersonaAndElseTheBrands() {
        put(OF_BRAND, PERSONA);
        put(OF_ADA, PERSONA.replace("永久美白", "稳赚"));
        Answer ofBrand = Api.post(BRAND + "/persona-checks", "{\"text\": \"永久美白，稳赚\"}");
        assertThat(ofBrand.status()).as(ofBrand.toString()).isEqualTo(200);
        assertThat(ofBrand.at("forbiddenClaims", "0")).isEqualTo("永久美白");
        assertThat(ofBrand.at("offTopic")).isEqualTo("true");
        Answer ofAda = Api.post(BRAND + "/persona-checks", "{\"text\": \"永久美白，稳赚，防晒\", \"account\": \"" + ADA + "\"}");
        assertThat(ofAda.at("forbiddenClaims", "0")).isEqualTo("稳赚");
        assertThat(ofAda.at("offTopic")).isEqualTo("false");
        assertThat(Api.post(
                                BRAND + "/persona-checks",
                                "{\"text\": \"a\", \"account\": \"acc_01kaj4v5x8e6rtz3m0w9q2c4hd\"}")
                        .errors())
                .contains("/account reference-unknown");
    }

    @Test
    void refusesMaterialsMomentsAndSopsThatSayWhatAPersonaNeverSays() {
        String material = Api.post(BRAND + "/materials", "{\"name\":\"券\",\"text\":\"永久 美白\"}")
                .at("id");
        put(OF_BRAND, PERSONA);
        Answer refused = Api.post(BRAND + "/materials", "{\"name\":\"券\",\"text\":\"永久美白，防晒\"}");
        assertThat(refused.errors()).contains("/text forbidden-claim");
        assertThat(refused.at("errors", "0", "detail")).contains("永久美白");

        Answer moment =
                Api.post(BRAND + "/moments", "{\"material\": \"" + material + "\", \"accounts\": [\"" + ADA + "\"]}");
        assertThat(moment.errors()).as(moment.toString()).contains("/material forbidden-claim");

        String sop = BRAND + "/sops/"
                + Api.post(BRAND + "/sops", "{\"name\":\"欢迎\"}").at("id");
        Api.post(
                sop + "/versions",
                "{\"definition\": {\"trigger\": {\"type\": \"MANUAL\"}, \"steps\": [{\"type\": \"SEND\", \"material\": \""
                        + material + "\"}]}}");
        Answer activated = Api.send("POST", sop + "/versions/1/activations", null);
        assertThat(activated.status()).as(activated.toString()).isEqualTo(409);
        assertThat(activated.text()).contains("/definition/steps/0/material", "forbidden-claim");
    }

    @Test
    void recommendsAFigure() {
        Answer advice =
                Api.post(BRAND + "/persona-recommendations", "{\"industry\": \"FINANCE\", \"size\": \"LARGER\"}");
        assertThat(advice.status()).as(advice.toString()).isEqualTo(200);
        assertThat(advice.at("figure")).isEqualTo("AUTHORITATIVE");
        assertThat(advice.text()).contains("保本");
    }

    @Test
    void isSetByWhoSeesTheAccountAndTheBrandsByWhoSeesTheWholeBrand() {
        String bo = Keys.seeing(new DataScope.Own(FactsWorld.BO));
        assertThat(put(OF_BRAND, PERSONA, "Authorization", bo).status()).isEqualTo(403);
        assertThat(put(OF_ADA, PERSONA, "Authorization", bo).status()).isEqualTo(404);
        String ada = Keys.seeing(new DataScope.Own(FactsWorld.ADA));
        assertThat(put(OF_ADA, PERSONA, "Authorization", ada).status()).isEqualTo(201);
        assertThat(Api.get(OF_ADA, "Authorization", bo).status()).isEqualTo(404);
        assertThat(Api.get(OF_ADA, "Authorization", Keys.ofOtherBrand()).status())
                .isEqualTo(404);
        assertThat(put(OF_ADA, PERSONA, "Authorization", Keys.without(Scope.CHANNEL_ACCOUNTS_WRITE))
                        .status())
                .isEqualTo(403);
    }
}
