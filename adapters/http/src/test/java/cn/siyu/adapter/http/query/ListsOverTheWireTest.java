package cn.siyu.adapter.http.query;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.World;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListsOverTheWireTest {
    private static final String CRATES = "/v1/brands/demo/crates";
    private static final List<String> NAMES = new ArrayList<>();

    @BeforeAll
    static void fill() {
        for (int i = 0; i < 25; i++) {
            NAMES.add(add(500 + i % 5, i % 2 == 0 ? "SMALL" : "LARGE"));
        }
    }

    private static String add(int weight, String size) {
        String name = UUID.randomUUID().toString().substring(0, 13);
        Answer answer =
                Api.post(CRATES, "{\"name\":\"" + name + "\",\"weight\":" + weight + ",\"size\":\"" + size + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return name;
    }

    @ParameterizedTest
    @ValueSource(strings = {"-weight", "weight", "name", "-name", "-weight,id"})
    void joinsPagesToTheWholeSetWhileRowsAreInserted(String sort) {
        List<String> seen = new ArrayList<>();
        String next = CRATES + "?limit=4&weight.gte=500&sort=" + sort;
        while (!next.equals("null")) {
            Answer page = Api.get(next);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            for (int i = 0; i < page.count("items"); i++) {
                seen.add(page.at("items", Integer.toString(i), "name"));
            }
            add(502, "SMALL");
            next = page.at("next");
            assertThat(seen.size()).isLessThan(500);
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(NAMES);
    }

    @Test
    void keepsTheQueryInNext() {
        String next = Api.get(CRATES + "?limit=2&size=SMALL,LARGE&q=a%20%26b").at("next");
        assertThat(next).startsWith(CRATES + "?limit=2&size=SMALL%2CLARGE&q=a+%26b&after=");
        assertThat(Api.get(next).status()).isEqualTo(200);
    }

    @Test
    void refusesACursorOfAnotherListFilterOrSort() {
        String next = Api.get(CRATES + "?limit=2&sort=name&size=SMALL").at("next");
        String cursor = next.substring(next.indexOf("after=") + 6);
        assertThat(Api.get(CRATES + "?sort=name&size=SMALL&limit=3&after=" + cursor)
                        .status())
                .isEqualTo(200);
        mismatch(CRATES + "?sort=-name&size=SMALL&after=" + cursor, World.KEY.text());
        mismatch(CRATES + "?sort=name&size=LARGE&after=" + cursor, World.KEY.text());
        mismatch(CRATES + "?sort=name&size=SMALL&after=" + cursor.substring(1), World.KEY.text());
        mismatch(CRATES + "?sort=name&size=SMALL&after=x", World.KEY.text());
        mismatch(CRATES + "?sort=name&size=SMALL&after=%01", World.KEY.text());
        mismatch("/v1/brands/live/crates?sort=name&size=SMALL&after=" + cursor, World.LIVE_KEY.text());
    }

    private static void mismatch(String path, String key) {
        Answer answer = Api.get(path, "Authorization", "Bearer " + key);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("code")).isEqualTo("cursor-mismatch");
        assertThat(answer.at("errors", "0", "parameter")).isEqualTo("after");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sise=SMALL      | unknown-parameter | sise   | did you mean size?
            offset=3        | unknown-parameter | offset | possible
            size=small      | invalid-parameter | size   | SMALL
            size=SMALL,X    | invalid-parameter | size   | SMALL
            weight=heavy    | invalid-parameter | weight | number
            weight.gte=1e   | invalid-parameter | weight.gte | number
            weight.gte=1E999999999 | invalid-parameter | weight.gte | number
            q=a%00b         | invalid-parameter | q      | stored
            a%00b=1         | invalid-parameter | a\0b   | stored
            after=1e5       | cursor-mismatch   | after  | another list
            size.gte=SMALL  | unknown-parameter | size.gte   | size
            sort=size       | invalid-parameter | sort   | weight, name
            sort=name,weight | invalid-parameter | sort  | weight, name
            limit=0         | invalid-parameter | limit  | 1 to 500
            limit=-1        | invalid-parameter | limit  | 1 to 500
            limit=many      | invalid-parameter | limit  | 1 to 500
            count=all       | invalid-parameter | count  | exact
            owner=tag_00000000000000000000000000 | wrong-id-type | owner | cus_
            owner=cus_1     | malformed-id      | owner  | cus_
            fields=nam      | invalid-parameter | fields | name
            fields=label.colour | invalid-parameter | fields | colours
            fields=id,label.text.x | invalid-parameter | fields | unknown
            size=SMALL&size=LARGE | invalid-parameter | size | twice
            """)
    void refusesParametersItDoesNotKnow(String query, String code, String parameter, String said) {
        Answer answer = Api.get(CRATES + "?" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("code")).as(answer.toString()).isEqualTo(code);
        assertThat(answer.at("errors", "0", "parameter")).isEqualTo(parameter);
        assertThat(answer.at("errors", "0", "detail")).contains(said);
    }

    @Test
    void tellsAllMistakesOfAQueryAtOnce() {
        Answer answer = Api.get(CRATES + "?limit=x&sise=1&sort=y");
        assertThat(answer.at("code")).isEqualTo("invalid-parameter");
        assertThat(answer.count("errors")).isEqualTo(3);
    }

    @Test
    void lowersALargeLimitAndCountsWhenAsked() {
        Answer answer = Api.get(CRATES + "?limit=100000&count=exact");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Integer.parseInt(answer.at("total"))).isGreaterThanOrEqualTo(25);
        assertThat(answer.at("totalIsEstimate")).isEqualTo("false");
        assertThat(Api.get(CRATES).at("total")).isEqualTo("-");
    }

    @Test
    void cutsItemsToTheFieldsThatAreWanted() {
        Answer answer = Api.get(CRATES + "?limit=1&sort=name&fields=name,label.colours");
        assertThat(answer.json().get("items")).isNotNull();

        assertThat(answer.at("items", "0", "label", "colours", "0")).isEqualTo("red");
        assertThat(answer.at("items", "0", "label", "text")).isEqualTo("-");
        assertThat(answer.at("items", "0", "id")).isEqualTo("-");
        assertThat(answer.at("next")).contains("fields=name%2Clabel.colours");
    }

    @Test
    void refusesUnknownParametersOfASingleResource() {
        Answer answer = Api.get("/v1/brands/demo/parcels/who?feilds=id");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("code")).isEqualTo("unknown-parameter");
        assertThat(answer.at("detail")).contains("fields");
    }
}
