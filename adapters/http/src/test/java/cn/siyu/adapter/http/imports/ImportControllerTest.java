package cn.siyu.adapter.http.imports;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportControllerTest {
    private static final String IMPORTS = "/v1/brands/demo/imports";
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final String number = UUID.randomUUID().toString();

    private static Answer send(String query, byte[] file, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + Api.port() + IMPORTS + query))
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(file));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        if (!List.of(headers).contains("Authorization")) {
            request.header("Authorization", "Bearer " + World.KEY.text());
        }
        return Api.send(request.build());
    }

    private static Answer send(String query, String file, String... headers) {
        return send(query, file.getBytes(StandardCharsets.UTF_8), headers);
    }

    private String orders() {
        return """
                订单号,会员号,支付时间,金额,门店,商品编码,数量
                %1$s-1,M%1$s,2026-03-01 15:00:00,35.00,store-1,latte,1
                %1$s-2,M%1$s,2026-03-01T07:30:00Z,1280,,"美式, 大杯",2
                """.formatted(number);
    }

    private static String counts(Answer answer) {
        return answer.status() + " " + answer.at("state") + " " + answer.at("rowsRead") + "/" + answer.at("rowsApplied")
                + "/" + answer.at("rowsRepeated") + "/" + answer.at("rowsFailed");
    }

    @Test
    void importsOrdersWithChineseColumns() {
        Answer done = send("?kind=ORDERS&source=shop", orders());

        assertThat(counts(done)).as(done.toString()).isEqualTo("201 SUCCEEDED 2/2/0/0");
        assertThat(done.header("Location")).isEqualTo(IMPORTS + "/" + done.at("id"));
        Answer order = Api.get("/v1/brands/demo/orders/ext:shop:" + number + "-1");
        assertThat(order.at("amountMinor")).isEqualTo("3500");
        assertThat(order.at("storeExternalId")).isEqualTo("store-1");
        assertThat(order.at("paidAt")).isEqualTo("2026-03-01T07:00:00.000Z");
        assertThat(Api.get("/v1/brands/demo/orders/ext:shop:" + number + "-2").at("lines", "0", "sku"))
                .isEqualTo("美式, 大杯");
        assertThat(Api.get(IMPORTS + "/" + done.at("id")).text()).isEqualTo(done.text());
    }

    @Test
    void changesNothingWhenTheFileIsSentAgain() {
        send("?kind=ORDERS&source=shop", orders());
        assertThat(counts(send("?kind=ORDERS&source=shop", orders()))).isEqualTo("201 SUCCEEDED 2/0/2/0");
    }

    @Test
    void takesUtf8WithAMarkGb18030AndUtf16AndSaysWhatItFound() {
        byte[] marked = ("\ufeff" + orders()).getBytes(StandardCharsets.UTF_8);
        assertThat(send("?kind=ORDERS&source=shop", marked).at("encoding")).isEqualTo("UTF-8");
        Answer chinese = send("?kind=ORDERS&source=shop", orders().getBytes(GB18030));
        assertThat(chinese.at("encoding")).isEqualTo("GB18030");
        assertThat(counts(chinese)).isEqualTo("201 SUCCEEDED 2/0/2/0");
        byte[] excel = orders().replace(",", "\t").replace("美式\t 大杯", "美式, 大杯").getBytes(StandardCharsets.UTF_16);
        assertThat(counts(send("?kind=ORDERS&source=shop", excel))).isEqualTo("201 SUCCEEDED 2/0/2/0");
        assertThat(send("?kind=ORDERS&source=shop", orders(), "Content-Type", "text/csv; charset=gbk")
                        .status())
                .as("UTF-8 that is said to be GBK has other column names")
                .isEqualTo(422);
    }

    @Test
    void takesAnyLineEndBlankRowsQuotesAndSemicolons() {
        String file = "externalId;memberId;kind;occurredAt;touchpoint\r\n\r\n\"" + number + "\";M" + number
                + ";visit;2026-03-01 10:00;\"mini_program\"\r\n;;;;\r\n";
        Answer done = send("?kind=INTERACTIONS&source=shop", file);
        assertThat(counts(done)).as(done.toString()).isEqualTo("201 SUCCEEDED 1/1/0/0");
    }

    @Test
    void tellsWhatIsWrongWithWhichRowAndAppliesTheOthers() {
        Answer done = send("?kind=ORDERS&source=shop", """
                订单号,手机号,支付时间,金额
                %1$s-1,138001380,yesterday,35
                %1$s-2,1.38E+10,2026-03-01 10:00:00,35

                %1$s-3,13800138000.0,2026-03-01 10:00:00,35,more
                "%1$s-4",="13800138000",2026-03-01 10:00:00,35
                """.formatted(number), "Accept-Language", "zh");

        assertThat(counts(done)).isEqualTo("201 PARTLY_SUCCEEDED 4/1/0/3");
        assertThat(done.at("firstErrors", "0", "row")).isEqualTo("2");
        assertThat(done.at("firstErrors", "0", "original")).isEqualTo(number + "-1,138001380,yesterday,35");
        Answer errors = Api.get(IMPORTS + "/" + done.at("id") + "/errors?limit=2", "Accept-Language", "zh");
        assertThat(errors.at("items", "0", "mistakes", "0", "column")).isEqualTo("paidAt");
        assertThat(errors.at("items", "0", "mistakes", "0", "code")).isEqualTo("not-a-time");
        assertThat(errors.at("items", "0", "mistakes", "1", "detail")).contains("中国大陆号码");
        assertThat(errors.at("items", "1", "mistakes", "0", "code")).isEqualTo("digits-lost");
        Answer rest = Api.get(errors.at("next"));
        assertThat(rest.at("items", "0", "row")).isEqualTo("5");
        assertThat(rest.at("items", "0", "mistakes", "0", "code")).isEqualTo("too-many-cells");
        assertThat(rest.at("next")).isEqualTo("null");
    }

    @Test
    void hidesTheRowsThemselvesFromKeysThatSeeNoPersonalData() {
        Answer done = send(
                "?kind=CUSTOMERS",
                "phone\n138\n",
                "Authorization",
                Keys.bearer(Scope.IMPORTS_READ, Scope.IMPORTS_WRITE));
        assertThat(done.at("firstErrors", "0", "original")).isEqualTo("null");
    }

    @Test
    void stopsWhereAQuotationMarkIsNeverClosed() {
        Answer done = send("?kind=CUSTOMERS", "memberId,nickname\nA%1$s,Ann\nB%1$s,\"Bo\n".formatted(number));
        assertThat(counts(done)).isEqualTo("201 PARTLY_SUCCEEDED 2/1/0/1");
        assertThat(done.at("firstErrors", "0", "mistakes", "0", "code")).isEqualTo("unreadable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "手机好,昵称|/header unknown-property|未知的列：手机好。可用的列：手机号（phone）",
                "昵称|/header missing|没有能识别客户的列",
                "phone,手机号|/header duplicate-property|重复的列：手机号",
            })
    void refusesAWrongHeaderOnceAndNamesTheColumns(String header, String error, String detail) {
        Answer answer = send("?kind=CUSTOMERS", header + "\n1,2\n", "Accept-Language", "zh");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).contains(error);
        assertThat(answer.text()).contains(detail);
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        Answer answer = send("?kind=ORDERS", "订单号,手机号,金额\n");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("detail")).contains("Columns that are missing: paidAt (支付时间).");
    }

    @Test
    void refusesWhatIsNoCsv() {
        assertThat(send("?kind=CUSTOMERS", "").at("code")).isEqualTo("body-missing");
        assertThat(send("?kind=CUSTOMERS", new byte[] {'P', 'K', 3, 4, 0}).at("code"))
                .isEqualTo("unsupported-media-type");
        assertThat(send("?kind=CUSTOMERS", new byte[] {(byte) 0xff, 0, 1}).at("errors", "0", "code"))
                .isEqualTo("bad-character");
        assertThat(send("?kind=CUSTOMERS", "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(415);
        assertThat(send("?kind=CUSTOMERS", "phone", "Content-Type", "text/csv; charset=koi8-r")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void refusesWrongParameters() {
        Answer answer = send("?kind=PEOPLE&source=My%20Shop", orders());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("errors", "0", "parameter")).isEqualTo("kind");
        assertThat(answer.at("errors", "1", "parameter")).isEqualTo("source");
    }

    @Test
    void keepsTextsThatNoDatabaseTakesOut() {
        Answer done = send("?kind=CUSTOMERS", "memberId,nickname\nM%s,a\0b\n".formatted(number));
        assertThat(done.at("firstErrors", "0", "mistakes", "0", "code")).isEqualTo("bad-character");
        assertThat(done.at("firstErrors", "0", "original")).endsWith("a?b");
    }

    @Test
    void answersTheSameKeyWithTheFirstAnswer() {
        Answer first = send("?kind=ORDERS&source=shop", orders(), "Idempotency-Key", number);
        Answer again = send("?kind=ORDERS&source=shop", orders(), "Idempotency-Key", number);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(send("?kind=ORDERS&source=shop", orders() + "x", "Idempotency-Key", number)
                        .at("code"))
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void requiresAKey() {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + Api.port() + IMPORTS + "?kind=ORDERS"))
                .header("Content-Type", "text/csv")
                .header("Authorization", "Bearer " + World.KEY.text())
                .POST(HttpRequest.BodyPublishers.ofString(orders()))
                .build();
        assertThat(Api.send(request).at("code")).isEqualTo("idempotency-key-missing");
    }

    @Test
    void triesAFileWithoutKeepingAnything() {
        Answer tried = send("?kind=ORDERS&source=shop&validate=only", orders());
        assertThat(counts(tried)).isEqualTo("200 SUCCEEDED 2/2/0/0");
        assertThat(Api.get("/v1/brands/demo/orders/ext:shop:" + number + "-1").status())
                .isEqualTo(404);
        assertThat(Api.get(IMPORTS + "/" + tried.at("id")).status()).isEqualTo(404);
        byte[] large = new byte[(4 << 20) + 1];
        assertThat(send("?kind=ORDERS&validate=only", large).status()).isEqualTo(413);
    }

    @Test
    void listsImportsNewestFirst() {
        String first = send("?kind=ORDERS&source=shop", orders()).at("id");
        String second = send("?kind=ORDERS&source=shop", orders()).at("id");
        Answer page = Api.get(IMPORTS + "?limit=1");
        assertThat(page.at("items", "0", "id")).isEqualTo(second);
        assertThat(Api.get(page.at("next")).at("items", "0", "id")).isEqualTo(first);
    }

    @Test
    void showsImportsOnlyToWhoSeesTheWholeBrand() {
        String id = send("?kind=ORDERS&source=shop", orders()).at("id");
        String ofStore = Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_1));
        assertThat(Api.get(IMPORTS + "/" + id, "Authorization", ofStore).status())
                .isEqualTo(404);
        assertThat(Api.get(IMPORTS + "/" + id + "/errors", "Authorization", ofStore)
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(IMPORTS, "Authorization", ofStore).count("items")).isZero();
        assertThat(Api.get(IMPORTS + "/" + id, "Authorization", Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
        assertThat(send("?kind=ORDERS", orders(), "Authorization", Keys.without(Scope.IMPORTS_WRITE))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void knowsAMemberByTheSameNumberThroughBothDoors() {
        send("?kind=ORDERS&source=shop", orders());
        String customer =
                Api.get("/v1/brands/demo/orders/ext:shop:" + number + "-1").at("customer");
        Answer reported = Api.post("/v1/brands/demo/orders", """
                {"externalId": "%1$s-3", "source": "shop", "identity": {"type": "MEMBER_ID", "value": "M%1$s"},
                 "paidAt": "2026-03-01T07:00:00Z", "amountMinor": 100}""".formatted(number));
        assertThat(reported.status()).as(reported.toString()).isEqualTo(201);
        assertThat(reported.at("customer")).isEqualTo(customer);
        assertThat(Api.get("/v1/brands/demo/customers/ext:shop:M" + number).at("id"))
                .isEqualTo(customer);
    }

    @Test
    void takesMoreThanAJsonBodyMayHave() {
        var file = new StringBuilder("memberId,nickname\n");
        for (int i = 0; i < 2_000; i++) {
            file.append('B')
                    .append(number)
                    .append(i)
                    .append(',')
                    .repeat(' ', 1_000)
                    .append("\n");
        }
        assertThat(counts(send("?kind=CUSTOMERS", file.toString()))).isEqualTo("201 SUCCEEDED 2000/2000/0/0");
    }
}
