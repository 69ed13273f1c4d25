package cn.siyu.application.content.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.MediaUploads.Kind;
import cn.siyu.application.channel.port.MediaUploads.Media;
import cn.siyu.application.content.port.UploadedFiles.Connection;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [UploadedFiles] does.
public interface UploadedFilesContract {
    BrandId BRAND = new BrandId(1);
    Connection MAIN = new Connection("WECOM", "main");
    FileSource PICTURE = new FileSource(Kind.IMAGE, "picture", "https://example.com/" + "长".repeat(600) + ".png");
    FileSource MENU = new FileSource(Kind.FILE, "菜单.pdf", "https://example.com/menu");
    Instant ENDS = Instant.parse("2026-03-13T02:00:00.123Z");

    UploadedFiles files();

    @Test
    default void knowsNothingOfAFileThatWasNeverUploaded() {
        assertThat(files().find(BRAND, MAIN, Set.of(PICTURE, MENU))).isEmpty();
        assertThat(files().find(BRAND, MAIN, Set.of())).isEmpty();
    }

    @Test
    default void givesBackTheLatestUploadOfEachFile() {
        var files = files();
        files.keep(BRAND, MAIN, PICTURE, new Media("m1", ENDS));
        files.keep(BRAND, MAIN, MENU, new Media("m2", ENDS));
        files.keep(BRAND, MAIN, PICTURE, new Media("m3", ENDS.plusSeconds(5)));

        assertThat(files.find(BRAND, MAIN, Set.of(PICTURE, MENU)))
                .isEqualTo(Map.of(PICTURE, new Media("m3", ENDS.plusSeconds(5)), MENU, new Media("m2", ENDS)));
    }

    @Test
    default void keepsBrandsConnectionsKindsAndNamesApart() {
        var files = files();
        files.keep(BRAND, MAIN, MENU, new Media("m1", ENDS));

        assertThat(files.find(new BrandId(2), MAIN, Set.of(MENU))).isEmpty();
        assertThat(files.find(BRAND, new Connection("WECOM", "second"), Set.of(MENU)))
                .isEmpty();
        assertThat(files.find(BRAND, new Connection("OTHER", "main"), Set.of(MENU)))
                .isEmpty();
        assertThat(files.find(BRAND, MAIN, Set.of(new FileSource(Kind.FILE, "menu.pdf", MENU.address()))))
                .isEmpty();
        assertThat(files.find(BRAND, MAIN, Set.of(new FileSource(Kind.IMAGE, MENU.name(), MENU.address()))))
                .isEmpty();
    }
}
