package cn.siyu.adapter.wecom;

import cn.siyu.adapter.wecom.transport.HttpLimits;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long a call to WeCom may take and how much may come back.
///
/// @param connectTimeout until a connection stands, TLS included
/// @param deadline everything together; a call is never repeated by itself
/// @param maxAnswerBytes of one answer; the longest is the list of all contacts of a member, 35
///     bytes each
/// @param stepDeadline how long a simulated far side may take for one step of its clock
@ConfigurationProperties("siyu.wecom.http")
record WeComHttpSettings(
        @Bindable(defaultValue = "3s") Duration connectTimeout,
        @Bindable(defaultValue = "10s") Duration deadline,
        @Bindable(defaultValue = "4194304") int maxAnswerBytes,
        @Bindable(defaultValue = "20s") Duration keepIdle,
        @Bindable(defaultValue = "2m") Duration stepDeadline) {
    HttpLimits api() {
        return new HttpLimits(connectTimeout, deadline, maxAnswerBytes, keepIdle);
    }

    HttpLimits steps() {
        return new HttpLimits(connectTimeout, stepDeadline, maxAnswerBytes, keepIdle);
    }
}
