package cn.siyu.adapter.http.customer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DataScope;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LifecycleControllerTest {
    private final String path = "/v1/brands/demo/customers/"
            + IdType.CUSTOMER.format(FactsWorld.publicId(Api.bean(FactsWorld.Kept.class)
                    .contact("wm" + UUID.randomUUID(), FactsWorld.ACCOUNT_OF_ADA)
                    .value()))
            + "/lifecycle";

    @Test
    void tellsTheFactsThatMovedACustomer() {
        Answer shown = Api.get(path);

        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        assertThat(shown.at("stage")).isEqualTo("AWARENESS");
        assertThat(shown.at("lost")).isEqualTo("false");
        assertThat(shown.at("history", "0", "from")).isEqualTo("null");
        assertThat(shown.text()).contains("\"to\":\"AWARENESS\"", "\"fact\":");
        assertThat(shown.count("ended")).isZero();
    }

    @Test
    void isSeenWithItsCustomerOnly() {
        assertThat(Api.get(path, "Authorization", Keys.seeing(new DataScope.OneDepartment(FactsWorld.STORE_2)))
                        .status())
                .isEqualTo(404);
    }
}
