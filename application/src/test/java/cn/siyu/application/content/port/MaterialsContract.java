package cn.siyu.application.content.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.content.Attachment;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.MaterialContent;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.content.TemplateReader;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [Materials] does.
public interface MaterialsContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    /// No materials.
    Materials materials();

    /// A material with a text.
    static Material aMaterial(long id, int version, String text, Attachment... attachments) {
        return aMaterial(id, version, false, text, attachments);
    }

    /// A material with everything that tests vary.
    static Material aMaterial(long id, int version, boolean archived, String text, Attachment... attachments) {
        return new Material(
                new MaterialId(id),
                PublicId.of(NOW, id, id),
                "新人欢迎 " + id,
                new MaterialContent(TemplateReader.read(text, "/text").template(), List.of(attachments)),
                archived,
                version,
                NOW,
                NOW);
    }

    @Test
    default void givesBackTextAndAttachmentsAsTheyWere() {
        var materials = materials();
        var rich = aMaterial(
                1,
                1,
                "{{customer.nickname|朋友}}你好！\\{{ 不是变量 }} ☕\n{{orders.lastAmount}}",
                new Attachment.Image("https://example.com/a.png"),
                new Attachment.Video("https://example.com/a.mp4"),
                new Attachment.File("菜单.pdf", "https://example.com/menu.pdf"),
                new Attachment.Link("菜单", null, null, "https://example.com/menu"),
                new Attachment.Link("菜单", "今日", "https://example.com/p.png", "https://example.com/menu"),
                new Attachment.MiniProgram("点单", "https://example.com/c.png", "wx1", "pages/index"));
        var plain = aMaterial(2, 1, "");
        materials.add(BRAND, rich);
        materials.add(BRAND, plain);

        assertThat(materials.find(BRAND, rich.id())).contains(rich);
        assertThat(materials.byPublicId(BRAND, rich.publicId())).contains(rich);
        assertThat(materials.findAll(BRAND, Set.of(plain.id(), rich.id(), new MaterialId(9))))
                .containsExactly(rich, plain);
        assertThat(materials.findAll(BRAND, Set.of())).isEmpty();
    }

    @Test
    default void keepsBrandsApart() {
        var materials = materials();
        var material = aMaterial(1, 1, "你好");
        materials.add(BRAND, material);

        var other = new BrandId(2);
        assertThat(materials.find(other, material.id())).isEmpty();
        assertThat(materials.byPublicId(other, material.publicId())).isEmpty();
        assertThat(materials.findAll(other, Set.of(material.id()))).isEmpty();
        assertThat(materials.page(other, false, 0, 10)).isEmpty();
    }

    @Test
    default void listsArchivedMaterialsApart() {
        var materials = materials();
        for (long id = 1; id <= 3; id++) {
            materials.add(BRAND, aMaterial(id, 1, "你好"));
        }
        var archived = aMaterial(2, 2, true, "你好");
        materials.replace(BRAND, archived);

        assertThat(materials.page(BRAND, false, 0, 10))
                .extracting(material -> material.id().value())
                .containsExactly(1L, 3L);
        assertThat(materials.page(BRAND, false, 1, 1))
                .extracting(material -> material.id().value())
                .containsExactly(3L);
        assertThat(materials.page(BRAND, true, 0, 10)).containsExactly(archived);
    }

    @Test
    default void replacesTheVersionItWasReadAtOnly() {
        var materials = materials();
        materials.add(BRAND, aMaterial(1, 1, "你好"));
        var changed = aMaterial(1, 2, "再见");

        materials.replace(BRAND, changed);

        assertThat(materials.find(BRAND, changed.id())).contains(changed);
        assertThatThrownBy(() -> materials.replace(BRAND, changed)).isInstanceOf(StaleAggregate.class);
    }
}
