package cn.siyu.adapter.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.adapter.wecom.transport.HttpLimits;
import cn.siyu.application.channel.port.ChannelAdapter;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeComSettingsTest {
    private static final Map<String, Object> NEEDED = Map.of(
            "siyu.wecom.apps.main.brand", "demo",
            "siyu.wecom.apps.main.corp-id", "ww9c1d0e5b7a3f2468",
            "siyu.wecom.apps.main.secret", "a-secret-of-the-test",
            "siyu.wecom.apps.main.callback-token", "QDG6eK",
            "siyu.wecom.apps.main.encoding-aes-key", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C");

    private static ApplicationContext context(Map<String, Object> more) {
        var all = new HashMap<>(NEEDED);
        all.putAll(more);
        return ApplicationContext.run(all);
    }

    @Test
    void haveDefaults() {
        try (var context = context(Map.of())) {
            assertThat(context.getBean(WeComAppSettings.class).app())
                    .isEqualTo(new WeComApp(
                            "main",
                            "demo",
                            "ww9c1d0e5b7a3f2468",
                            "a-secret-of-the-test",
                            "QDG6eK",
                            "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
                            "https://qyapi.weixin.qq.com",
                            false,
                            Duration.ofHours(24),
                            0));
            assertThat(context.getBean(WeComHttpSettings.class).api()).isEqualTo(HttpLimits.STANDARD);
            assertThat(context.getBean(WeComHttpSettings.class).steps().total()).isEqualTo(Duration.ofMinutes(2));
            assertThat(context.getBean(ChannelAdapter.class).connection("main")).isPresent();
        }
    }

    @Test
    void takeEveryValue() {
        var more = Map.<String, Object>of(
                "siyu.wecom.apps.main.base-url", "http://127.0.0.1:9090",
                "siyu.wecom.apps.main.simulated", "true",
                "siyu.wecom.http.connect-timeout", "1s",
                "siyu.wecom.http.deadline", "5s",
                "siyu.wecom.http.max-answer-bytes", "2048",
                "siyu.wecom.http.keep-idle", "7s",
                "siyu.wecom.http.step-deadline", "9s");
        try (var context = context(more)) {
            var app = context.getBean(WeComAppSettings.class).app();
            assertThat(app.baseUrl()).isEqualTo("http://127.0.0.1:9090");
            assertThat(app.simulated()).isTrue();
            var http = context.getBean(WeComHttpSettings.class);
            assertThat(http.api())
                    .isEqualTo(
                            new HttpLimits(Duration.ofSeconds(1), Duration.ofSeconds(5), 2048, Duration.ofSeconds(7)));
            assertThat(http.steps().total()).isEqualTo(Duration.ofSeconds(9));
        }
    }

    @Test
    void letTheListOfAMemberWithAHundredThousandContactsThrough() {
        String id = "\"wm" + "x".repeat(30) + "\",";
        assertThat(HttpLimits.STANDARD.answerBytes()).isGreaterThan(100_000 * id.length());
    }

    @Test
    void giveAnEmptyChannelWithoutAnyApp() {
        try (var context = ApplicationContext.run()) {
            assertThat(context.getBean(ChannelAdapter.class).connections()).isEmpty();
        }
    }

    @Test
    void stopTheStartWhenTheyAreWrongAndDoNotTellTheSecret() {
        try (var context = context(Map.of("siyu.wecom.apps.main.encoding-aes-key", "canary"))) {
            assertThatThrownBy(() -> context.getBean(ChannelAdapter.class))
                    .rootCause()
                    .hasMessageContaining("siyu.wecom.apps.main.encoding-aes-key")
                    .hasMessageNotContaining("canary");
        }
    }
}
