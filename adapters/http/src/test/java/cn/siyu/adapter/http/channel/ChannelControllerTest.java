package cn.siyu.adapter.http.channel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.Keys;
import cn.siyu.application.brand.Scope;
import org.junit.jupiter.api.Test;

class ChannelControllerTest {
    private static final String CHANNELS = "/v1/brands/demo/channels";

    @Test
    void showsWhatAChannelCanDoAndTheBrandsConnections() {
        Answer list = Api.get(CHANNELS);

        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        assertThat(list.at("items", "0", "channel")).isEqualTo("in-memory");
        assertThat(list.at("items", "0", "connections", "0")).isEqualTo("main");
        assertThat(list.at("items", "0", "capabilities", "0", "capability")).isEqualTo("MASS_MESSAGE");
        assertThat(list.at("items", "0", "capabilities", "0", "support")).isEqualTo("NATIVE");
        assertThat(list.at("next")).isEqualTo("null");
    }

    @Test
    void needsTheScope() {
        assertThat(Api.get(CHANNELS, "Authorization", Keys.without(Scope.CHANNEL_ACCOUNTS_READ))
                        .status())
                .isEqualTo(403);
    }
}
