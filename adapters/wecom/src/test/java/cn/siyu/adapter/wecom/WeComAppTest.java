package cn.siyu.adapter.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.adapter.wecom.transport.TestHttp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class WeComAppTest {
    private static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    static WeComApp app(String name, String brand) {
        return new WeComApp(
                name, brand, "ww9c1d0e5b7a3f2468", "secret-canary-1", "tokencanary", AES_KEY, WeComApp.OFFICIAL, false);
    }

    @Test
    void namesTheSettingAndTheRemedyButNeverTheValue() {
        assertThatThrownBy(() -> new WeComApp(
                        "main", "demo", "ww9c1d0e5b7a3f2468", "short", "t", AES_KEY, WeComApp.OFFICIAL, false))
                .hasMessage("siyu.wecom.apps.main.secret: expected the secret of the app");
        assertThatThrownBy(() -> new WeComApp(
                        "main",
                        "demo",
                        "ww9c1d0e5b7a3f2468",
                        "long-enough",
                        "t",
                        "key-canary",
                        WeComApp.OFFICIAL,
                        false))
                .hasMessageContaining("encoding-aes-key")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> new WeComApp(
                        "main", "demo", "ww9c1d0e5b7a3f2468", "long-enough", "t", AES_KEY, "https://host/path", false))
                .hasMessageContaining("siyu.wecom.apps.main.base-url");
    }

    @Test
    void refusesToCompareAllContactsEveryMoment() {
        assertThatThrownBy(() -> new WeComApp(
                        "main",
                        "demo",
                        "ww9c1d0e5b7a3f2468",
                        "long-enough",
                        "t",
                        AES_KEY,
                        WeComApp.OFFICIAL,
                        false,
                        Duration.ofSeconds(59),
                        0))
                .hasMessageContaining("siyu.wecom.apps.main.reconcile-every");
    }

    @Test
    void masksItsSecrets() {
        assertThat(app("main", "demo").toString())
                .contains("ww9c1d0e5b7a3f2468")
                .doesNotContain("canary", AES_KEY);
        assertThat(new WeComAppSettings("m", "b", "c", "s-canary", "t-canary", "k-canary", "u", false, Duration.ZERO, 0)
                        .toString())
                .doesNotContain("canary");
    }

    @Test
    void findsConnectionsByNameAndByBrand() {
        try (var http = TestHttp.standard()) {
            var adapter = new WeComAdapter(http);
            var clock = InstantSource.fixed(Instant.EPOCH);
            adapter.register(app("one", "coffee"), clock);
            adapter.register(app("two", "coffee"), clock);
            adapter.register(app("three", "tea"), clock);
            assertThat(adapter.connectionsOf("coffee").stream().map(c -> c.name()))
                    .containsExactly("one", "two");
            assertThat(adapter.connection("three").orElseThrow().brand()).isEqualTo("tea");
            assertThat(adapter.door("two")).isPresent();
            adapter.unregister("two");
            assertThat(adapter.connection("two")).isEmpty();
            assertThat(adapter.door("two")).isEmpty();
        }
    }

    @Test
    void refusesAnotherBrandsAppName() {
        try (var http = TestHttp.standard()) {
            var adapter = new WeComAdapter(http);
            var clock = InstantSource.fixed(Instant.EPOCH);
            adapter.register(app("one", "coffee"), clock);
            assertThatThrownBy(() -> adapter.register(app("one", "tea"), clock))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(adapter.connection("one").orElseThrow().brand()).isEqualTo("coffee");
        }
    }
}
