package cn.siyu.application.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTextTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsBackWhatItMade(long seed) {
        var random = new Random(seed);
        var texts = new HashSet<String>();
        for (int i = 0; i < 500; i++) {
            var key = aKey(random, i % 2 == 0);
            assertThat(ApiKeyText.parse(key.text())).contains(key);
            assertThat(key.hash()).matches("[0-9a-f]{64}");
            assertThat(texts.add(key.text())).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void refusesAnySingleTypingError(long seed) {
        var random = new Random(seed);
        String text = aKey(random, true).text();
        for (int place = 0; place < text.length(); place++) {
            char wrong = text.charAt(place) == 'a' ? 'b' : 'a';
            assertThat(ApiKeyText.parse(text.substring(0, place) + wrong + text.substring(place + 1)))
                    .as("place " + place)
                    .isEmpty();
        }
        assertThat(ApiKeyText.parse(text.substring(0, text.length() - 1))).isEmpty();
        assertThat(ApiKeyText.parse(text.replace("test", "live"))).isEmpty();
    }

    @Test
    void holdsAllBitsOfTheSecret() {
        byte[] part = new byte[ApiKeyText.PART_BYTES];
        var texts = new HashSet<String>();
        for (int bit = 0; bit < 256; bit++) {
            byte[] secret = new byte[ApiKeyText.SECRET_BYTES];
            secret[bit / 8] = (byte) (1 << bit % 8);
            texts.add(ApiKeyText.of(false, part, secret).secret());
        }
        assertThat(texts).hasSize(256);
    }

    @Test
    void neverTellsItsSecretInALog() {
        var key = aKey(new Random(7), false);
        assertThat(key.toString()).startsWith("key_live_").doesNotContain(key.secret());
    }

    private static ApiKeyText aKey(Random random, boolean test) {
        byte[] part = new byte[ApiKeyText.PART_BYTES];
        byte[] secret = new byte[ApiKeyText.SECRET_BYTES];
        random.nextBytes(part);
        random.nextBytes(secret);
        return ApiKeyText.of(test, part, secret);
    }
}
