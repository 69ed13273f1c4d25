package cn.siyu.adapter.http.channel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.channel.port.Allocations;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAccountsContract;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.application.channel.port.ContactWaysContract;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.ContactWay.Server;
import com.google.zxing.ReaderException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitControllerTest {
    private static final AtomicLong NUMBERS = new AtomicLong(100);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final String PHONE = "Mozilla/5.0 (Linux; Android 14; CUBOT X70) MicroMessenger/8.0";

    private final ChannelAccount account = account(100);
    private final ContactWay way = way(account, null);

    @Test
    void leadsAProgramToAnAccount() {
        Answer answer = json(way.code());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("qrCode"))
                .isEqualTo("https://far.side:8443/qr/" + account.id().value());
        assertThat(answer.at("account")).isEqualTo(account.name());
        assertThat(answer.at("holdUntil")).isEqualTo("2026-03-01T08:10:00.123Z");
        assertThat(answer.at("state")).isEqualTo("HELD");
        assertThat(answer.at("allocation")).isEqualTo(IdType.ALLOCATION.format(visits().getFirst()));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(held()).isEqualTo(1);
    }

    @Test
    void showsAPersonAPageWithThePicture() {
        Answer answer = page(way.code(), PHONE);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.text())
                .contains("<html lang=\"zh-CN\">")
                .contains("<img src=\"https://far.side:8443/qr/" + account.id().value() + "\"")
                .contains(account.name())
                .contains("长按")
                .doesNotContain("<script");
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("img-src https://far.side:8443;");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(held()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,User-Agent,Mozilla/5.0 (compatible; Googlebot/2.1)",
        "GET,User-Agent,facebookexternalhit/1.1",
        "GET,Sec-Purpose,prefetch;prerender",
        "HEAD,User-Agent,Mozilla/5.0",
    })
    void holdsNoPlaceForThoseWhoOnlyLook(String method, String header, String value) {
        Answer answer = Api.send(method, "/l/" + way.code(), null, "Accept", "text/html", header, value);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain("<img");
        assertThat(held()).isZero();
        assertThat(visits()).isEmpty();
    }

    @Test
    void asksVisitorsToComeBackWhenNobodyCanTakeThem() {
        ContactWay small = way(account(1), null);
        assertThat(json(small.code()).at("state")).isEqualTo("HELD");
        Answer answer = json(small.code(), "Accept-Language", "zh-CN");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("state")).isEqualTo("WAITING");
        assertThat(answer.at("qrCode")).isEqualTo("null");
        assertThat(answer.at("holdUntil")).isEqualTo("null");
        assertThat(answer.at("advice")).contains("稍后");
        Answer page = page(small.code(), PHONE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("请稍后再来").doesNotContain("<img");
        assertThat(page.header("Content-Security-Policy")).contains("img-src 'none'");
    }

    @Test
    void tellsThatALinkLeadsNowhere() {
        Answer unknown = json("nosuchcode");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");
        assertThat(page("nosuchcode", PHONE).status()).isEqualTo(404);
        assertThat(page("nosuchcode", PHONE).text()).contains("链接无效");
        assertThat(page("nosuchcode", "Googlebot").status()).isEqualTo(404);
        ContactWay gone = way(account, "2026-02-01T00:00:00Z");
        assertThat(json(gone.code()).status()).isEqualTo(410);
        assertThat(json(gone.code()).at("code")).isEqualTo("archived");
        assertThat(page(gone.code(), PHONE).status()).isEqualTo(410);
        assertThat(Api.send("HEAD", "/l/" + gone.code(), null).status()).isEqualTo(410);
    }

    @Test
    void showsTextAsTextWhateverItSays() {
        var page = VisitPage.account("<b>\"A&B\"", "https://x.cn/?a=1&b=\"><script>");
        assertThat(page.html())
                .contains("&lt;b&gt;&quot;A&amp;B&quot;")
                .contains("?a=1&amp;b=&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(VisitPage.account("A", "not an address").policy()).contains("img-src 'none'");
    }

    @Test
    void isPrintedAsAPictureOfItsLink() throws ReaderException {
        Answer answer = picture(IdType.CONTACT_WAY.format(way.publicId()), "?size=512");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(answer.text()).contains("width=\"512\"");
        assertThat(QrCodePictureTest.read(answer.text()))
                .isEqualTo("http://localhost:" + Api.port() + "/l/" + way.code());
        assertThat(picture(IdType.CONTACT_WAY.format(way.publicId()), "").text())
                .contains("width=\"300\"");
    }

    @Test
    void refusesPicturesThatCannotBe() {
        String id = IdType.CONTACT_WAY.format(way.publicId());
        assertThat(picture(id, "?size=9").at("errors", "0", "parameter")).isEqualTo("size");
        assertThat(picture(id, "?size=big").status()).isEqualTo(400);
        assertThat(picture(id, "?sise=9").at("code")).isEqualTo("unknown-parameter");
        assertThat(picture("cus_01kaj4v5x8e6rtz3m0w9q2c4hd", "").at("code")).isEqualTo("wrong-id-type");
        assertThat(picture("cwy_01kaj4v5x8e6rtz3m0w9q2c4hd", "").status()).isEqualTo(404);
        assertThat(Api.get(
                                "/v1/brands/live/contact-ways/" + id + "/qr-code",
                                "Authorization",
                                "Bearer " + World.LIVE_KEY.text())
                        .status())
                .isEqualTo(404);
    }

    private static Answer picture(String id, String query) {
        return Api.get("/v1/brands/demo/contact-ways/" + id + "/qr-code" + query);
    }

    private static Answer json(String code, String... headers) {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Accept";
        all[headers.length + 1] = "application/json";
        all[headers.length + 2] = "Authorization";
        all[headers.length + 3] = "";
        return Api.get("/l/" + code + "?utm_source=poster", all);
    }

    private static Answer page(String code, String agent) {
        return Api.get("/l/" + code, "Accept", "text/html,*/*;q=0.8", "User-Agent", agent, "Authorization", "");
    }

    private int held() {
        var load = Api.bean(ChannelAccounts.class)
                .loads(World.DEMO, Set.of(account.id()), TODAY)
                .get(account.id());
        return load == null ? 0 : load.held();
    }

    private List<cn.siyu.domain.id.PublicId> visits() {
        return Api.bean(Allocations.class).page(World.DEMO, way.id(), Long.MAX_VALUE, 10).stream()
                .map(visit -> visit.publicId())
                .toList();
    }

    static ChannelAccount account(int dailyCap) {
        var account = ChannelAccountsContract.anAccount(NUMBERS.incrementAndGet(), 1000, dailyCap);
        Api.bean(ChannelAccounts.class).add(World.DEMO, account);
        return account;
    }

    static ContactWay way(ChannelAccount account, @Nullable String archivedAt) {
        long number = NUMBERS.incrementAndGet();
        var way = ContactWaysContract.aWay(
                number,
                1,
                List.of(new Server(account.id(), null)),
                archivedAt == null ? null : java.time.Instant.parse(archivedAt));
        var ways = Api.bean(ContactWays.class);
        ways.add(World.DEMO, way);
        ways.keepCode(
                World.DEMO,
                way.id(),
                account.id(),
                "cfg-" + number,
                "https://far.side:8443/qr/" + account.id().value());
        return way;
    }
}
