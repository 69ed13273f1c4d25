package cn.siyu.adapter.wecom;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// One configured app: `siyu.wecom.apps.<name>.…`.
@EachProperty("siyu.wecom.apps")
record WeComAppSettings(
        @Parameter String name,
        String brand,
        String corpId,
        String secret,
        String callbackToken,
        String encodingAesKey,
        @Bindable(defaultValue = WeComApp.OFFICIAL) String baseUrl,
        @Bindable(defaultValue = "false") boolean simulated,
        @Bindable(defaultValue = "PT24H") Duration reconcileEvery,
        @Bindable(defaultValue = "0") long agentId) {
    WeComApp app() {
        return new WeComApp(
                name,
                brand,
                corpId,
                secret,
                callbackToken,
                encodingAesKey,
                baseUrl,
                simulated,
                reconcileEvery,
                agentId);
    }

    @Override
    public String toString() {
        return "WeComAppSettings[name=" + name + ", secrets masked]";
    }
}
