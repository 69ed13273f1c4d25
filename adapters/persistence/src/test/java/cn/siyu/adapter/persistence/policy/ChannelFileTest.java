package cn.siyu.adapter.persistence.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.channel.port.AddingWay.Direction;
import cn.siyu.application.channel.port.Capability;
import cn.siyu.application.channel.port.ChannelDescription.WorkedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelFileTest {
    private static final Path DOUYIN = Path.of("../../docs/how-to/channels/douyin.json");

    @TempDir
    private Path folder;

    @Test
    void readsTheChannelOfTheHandbook() {
        var douyin = ChannelFile.read(DOUYIN);

        assertThat(douyin.key()).isEqualTo("DOUYIN");
        assertThat(douyin.nameZh()).isEqualTo("抖音");
        assertThat(douyin.workedBy()).isEqualTo(WorkedBy.BY_HAND);
        assertThat(douyin.byHand()).containsExactly(Capability.MASS_MESSAGE);
        assertThat(douyin.addingWays())
                .extracting(way -> way.code() + " " + way.direction() + " " + way.confirmation())
                .containsExactly(
                        "QR_CODE " + Direction.PASSIVE + " NONE", "PHONE " + Direction.ACTIVE + " NEW_FRIENDS");
        assertThat(douyin.policies()).hasSize(2);
    }

    /// What is wrong, and where, so that it can be mended without reading code.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"channel\": \"DOUYIN\"|\"channel\": \"dou yin\"|channel has 2 to 30 of A-Z 0-9 _",
                "\"nameZh\": \"抖音\",||nameZh is missing",
                "\"workedBy\": \"BY_HAND\"|\"workedBy\": \"ROBOT\"|ROBOT",
                "\"workedBy\": \"BY_HAND\"|\"workedBy\": \"FEED_ONLY\"|capabilities and addingWays are empty",
                "\"MASS_MESSAGE\"|\"TRANSFER\"|capabilities can be",
                "\"ACTIVE\"|\"SIDEWAYS\"|SIDEWAYS",
                "\"nameEn\": \"Douyin\"|\"nameEn\": \"Douyin\", \"colour\": \"red\"|colour",
                "\"perDay\": 200|\"perDay\": 0|perDay",
                "\"kind\": \"ACCOUNT_CARE\"|\"kind\": \"TRUST\"|policies are of kind PLATFORM or ACCOUNT_CARE",
                "{|[|Cannot deserialize"
            })
    void stopsTheStartAndSaysWhy(String was, String is, String why) throws IOException {
        String sound = Files.readString(DOUYIN);
        Path broken = folder.resolve("broken.json");
        assertThat(sound).contains(was);
        int at = sound.indexOf(was);
        Files.writeString(broken, sound.substring(0, at) + (is == null ? "" : is) + sound.substring(at + was.length()));

        assertThatThrownBy(() -> ChannelFile.read(broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("broken.json", why);
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> ChannelFile.read(folder.resolve("none.json")))
                .hasMessageContainingAll("none.json", "can't be read");
    }
}
