package cn.siyu.adapter.http.channel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.Scope;
import cn.siyu.domain.channel.ContactWay;
import org.junit.jupiter.api.Test;

class AllocationControllerTest {
    private final ContactWay way = VisitControllerTest.way(VisitControllerTest.account(1), null);
    private final String path =
            "/v1/brands/demo/contact-ways/" + IdType.CONTACT_WAY.format(way.publicId()) + "/allocations";

    @Test
    void tellsWhyAnAccountWasShownOrNot() {
        String first = visit();
        String second = visit();
        Answer shown = Api.get(path + "/" + first);
        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        assertThat(shown.at("state")).isEqualTo("HELD");
        assertThat(shown.at("account")).startsWith("acc_");
        assertThat(shown.at("considered", "0", "verdict")).isEqualTo("ELIGIBLE");
        Answer waiting = Api.get(path + "/" + second + "?lang=zh");
        assertThat(waiting.at("state")).isEqualTo("WAITING");
        assertThat(waiting.at("account")).isEqualTo("null");
        assertThat(waiting.at("considered", "0", "verdict")).isEqualTo("DAILY_FULL");
        assertThat(waiting.at("considered", "0", "numbers", "dailyCap")).isEqualTo("1");
        assertThat(waiting.at("considered", "0", "explanation")).contains("每日上限 1");
    }

    @Test
    void listsVisitsNewestFirst() {
        String first = visit();
        String second = visit();
        Answer page = Api.get(path + "?limit=1");
        assertThat(page.at("items", "0", "id")).isEqualTo(second);
        assertThat(Api.get(page.at("next")).at("items", "0", "id")).isEqualTo(first);
    }

    @Test
    void tellsWhetherVisitorsWereSpreadAsPlanned() {
        visit();
        visit();
        String shares = path.replace("/allocations", "/shares");
        Answer found = Api.get(shares);
        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(found.at("visitors")).isEqualTo("1");
        assertThat(found.at("accounts", "0", "visitors")).isEqualTo("1");
        assertThat(found.at("accounts", "0", "achieved")).isEqualTo("1.0");
        assertThat(found.at("p")).isEqualTo("null");
        assertThat(Api.get(shares + "?days=0").at("code")).isEqualTo("invalid-parameter");
        assertThat(Api.get(shares.replace("/demo/", "/live/"), "Authorization", "Bearer " + World.LIVE_KEY.text())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void staysInsideTheContactWayAndTheBrand() {
        String visit = visit();
        ContactWay other = VisitControllerTest.way(VisitControllerTest.account(1), null);
        assertThat(Api.get("/v1/brands/demo/contact-ways/" + IdType.CONTACT_WAY.format(other.publicId())
                                + "/allocations/" + visit)
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(path.replace("/demo/", "/live/"), "Authorization", "Bearer " + World.LIVE_KEY.text())
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(path + "/cus_01kaj4v5x8e6rtz3m0w9q2c4hd").at("code")).isEqualTo("wrong-id-type");
        assertThat(Api.get(path, "Authorization", Keys.bearer(Scope.TAGS_READ)).status())
                .isEqualTo(403);
    }

    private String visit() {
        return Api.get("/l/" + way.code(), "Accept", "application/json").at("allocation");
    }
}
