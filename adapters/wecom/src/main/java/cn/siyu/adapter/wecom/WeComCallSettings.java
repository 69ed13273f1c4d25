package cn.siyu.adapter.wecom;

import cn.siyu.adapter.wecom.client.CallRates;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// How many calls of one API this node may make for a corp: the published limits, or a part of them
/// where several nodes or other programs call for the same corp.
@ConfigurationProperties("siyu.wecom.calls")
record WeComCallSettings(
        @Bindable(defaultValue = "10000") int perMinute,
        @Bindable(defaultValue = "150000") int perHour) {
    CallRates rates() {
        return new CallRates(perMinute, perHour);
    }
}
