package cn.siyu.adapter.http.contact;

import static cn.siyu.adapter.http.FactsWorld.ACCOUNT_OF_ADA;
import static cn.siyu.adapter.http.FactsWorld.ACCOUNT_OF_BO;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.contact.port.BatchView;
import cn.siyu.domain.contact.BatchState;
import org.junit.jupiter.api.Test;

class SendBatchControllerTest {
    private static final String BATCHES = "/v1/brands/demo/send-batches";

    private final BatchView unknown = GivenSends.batch(BatchState.UNKNOWN, "CALLER_GONE", ACCOUNT_OF_ADA);
    private final String path = BATCHES + "/" + IdType.SEND_BATCH.format(unknown.publicId());

    @Test
    void showsWhatNobodyKnowsWhetherItArrived() {
        Answer page = Api.get(BATCHES + "?state=UNKNOWN&limit=1&account="
                + IdType.CHANNEL_ACCOUNT.format(GivenSends.id(ACCOUNT_OF_ADA)));

        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(page.at("items", "0", "id")).isEqualTo(IdType.SEND_BATCH.format(unknown.publicId()));
        assertThat(page.at("items", "0", "reason")).isEqualTo("CALLER_GONE");
        assertThat(page.at("items", "0", "recipients")).isEqualTo("120");
        assertThat(page.at("items", "0", "intentAt")).isEqualTo("2026-03-01T08:00:01.123Z");
        assertThat(page.at("items", "0", "sentAt")).isEqualTo("null");
        assertThat(Api.get(path).at("text")).isEqualTo("新品上市");
        assertThat(Api.get(path).at("account")).isEqualTo(IdType.CHANNEL_ACCOUNT.format(GivenSends.id(ACCOUNT_OF_ADA)));
    }

    @Test
    void keepsToItselfWhatMayNameSomebody() {
        assertThat(Api.get(path, "Authorization", Keys.without(Scope.CUSTOMERS_PII))
                        .at("text"))
                .isEqualTo("null");
    }

    @Test
    void showsEachKeyOnlyItsAccounts() {
        GivenSends.batch(BatchState.HELD, null, ACCOUNT_OF_BO);
        String bo = Keys.seeing(new DataScope.Own(FactsWorld.BO));

        assertThat(Api.get(path, "Authorization", bo).status()).isEqualTo(404);
        assertThat(Api.get(BATCHES + "?state=UNKNOWN", "Authorization", bo).count("items"))
                .isZero();
        assertThat(Api.get(BATCHES + "?state=HELD&limit=1", "Authorization", bo).count("items"))
                .isEqualTo(1);
        assertThat(Api.get(path, "Authorization", Keys.ofOtherBrand()).status()).isEqualTo(404);
        assertThat(Api.get(path, "Authorization", Keys.without(Scope.SENDS_READ))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesAStateThatIsNone() {
        Answer answer = Api.get(BATCHES + "?state=UNKNWON");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("detail")).contains("UNKNOWN");
    }
}
