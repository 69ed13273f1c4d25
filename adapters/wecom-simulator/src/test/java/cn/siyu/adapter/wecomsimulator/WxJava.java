package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// The published WxJava client, unmodified, pointed at a simulator.
final class WxJava {
    private WxJava() {}

    /// A client for the small corp's app with customer contact.
    static WxCpService of(WeComSimulator simulator) {
        var config = new WxCpDefaultConfigImpl();
        config.setBaseApiUrl(simulator.baseUrl());
        config.setCorpId(TestClient.CORP);
        config.setCorpSecret(TestClient.SECRET);
        config.setAgentId(1000002);
        var service = new WxCpServiceImpl();
        service.setWxCpConfigStorage(config);
        return service;
    }

    /// Expects a call to be refused with an errcode.
    static void refused(int errcode, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WxErrorException.class,
                        error -> assertThat(error.getError().getErrorCode()).isEqualTo(errcode));
    }
}
