package cn.siyu.application.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.port.InMemoryPersonas;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.channel.port.Personas;
import cn.siyu.application.channel.port.PersonasContract;
import cn.siyu.application.contact.port.Composer;
import cn.siyu.application.contact.port.LastOrder;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Sender;
import cn.siyu.application.content.MaterialLimits;
import cn.siyu.application.content.port.InMemoryMaterials;
import cn.siyu.application.content.port.MaterialsContract;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.content.Attachment;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaterialComposerTest {
    private static final BrandId BRAND = new BrandId(1);

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryMaterials materials = new InMemoryMaterials(store);
    private final InMemoryPersonas personas = new InMemoryPersonas(store);
    private final MaterialComposer composer =
            new MaterialComposer(materials, new MaterialLimits(List.of()), new CheckPersona(personas));

    private static Reach reach(@Nullable String nickname, @Nullable String store) {
        var names = new Reach.Names(LocalDate.of(2026, 1, 5), 3, "小王", store, "瑞咖啡");
        var link = new Reach.Link(
                new RelationshipId(1),
                new ChannelAccountId(2),
                new IdentityId(3),
                new CustomerId(1),
                "wm1",
                new Sender("WECOM", "demo", "wang"),
                true,
                true,
                null,
                null,
                0,
                names);
        return new Reach(
                new CustomerId(4),
                nickname,
                false,
                ConsentState.NOT_RECORDED,
                Set.of(),
                ZoneId.of("Asia/Shanghai"),
                link);
    }

    private Composer.Composition open(String text, Attachment... attachments) {
        materials.add(BRAND, MaterialsContract.aMaterial(1, 1, text, attachments));
        return Optional.ofNullable(composer.open(BRAND, List.of(1L)).get(1L)).orElseThrow();
    }

    private static Composer.Written text(String text) {
        return new Composer.Written.Message(OutboundMessage.text(text));
    }

    @Test
    void writesWhatIsKnownOfCustomerStaffStoreAndBrand() {
        var composition = open(
                "{{customer.nickname}}，{{staff.name}}（{{store.name|总店}}）谢谢您{{customer.addedOn}}以来在{{brand.name}}的{{orders.count}}单");

        assertThat(composition.needsOrders()).isFalse();
        assertThat(composition.write(reach("小林", "人民路店"), null)).isEqualTo(text("小林，小王（人民路店）谢谢您2026年1月5日以来在瑞咖啡的3单"));
        assertThat(composition.write(reach("小林", null), null)).isEqualTo(text("小林，小王（总店）谢谢您2026年1月5日以来在瑞咖啡的3单"));
    }

    @Test
    void writesOfTheLastOrder() {
        var composition = open("{{orders.lastPaidOn}} {{orders.lastAmount}} {{orders.lastSku|好物}}");
        var order = new LastOrder(LocalDate.of(2026, 2, 3), 2_900, Currency.getInstance("CNY"), null);

        assertThat(composition.needsOrders()).isTrue();
        assertThat(composition.write(reach("小林", null), order)).isEqualTo(text("2026年2月3日 29.00元 好物"));
        assertThat(composition.write(reach("小林", null), null))
                .isEqualTo(new Composer.Written.Unwritable(
                        "VALUES_MISSING", Map.of("variables", List.of("orders.lastAmount", "orders.lastPaidOn"))));
    }

    @Test
    void writesNothingFromAnArchivedMaterial() {
        materials.add(BRAND, MaterialsContract.aMaterial(1, 1, true, "你好"));

        assertThat(composer.open(BRAND, List.of(1L, 2L))).isEmpty();
    }

    @Test
    void saysWhyAMessageCannotBeWritten() {
        assertThat(open("{{customer.nickname}}").write(reach("长".repeat(2_000), null), null))
                .isEqualTo(new Composer.Written.Unwritable("TEXT_TOO_LONG", Map.of("bytes", 6_000, "limit", 4_000)));
    }

    @Test
    void writesNothingThatThePersonaOfTheAccountNeverSays() {
        personas.put(BRAND, kept(null, "最佳"));
        var open = open("{{customer.nickname|您}}，稳 赚", new Attachment.Link("最佳", null, null, "https://example.com/"));
        var unsaid = new Composer.Written.Unwritable("FORBIDDEN_CLAIM", Map.of("claims", List.of("最佳")));
        assertThat(open.write(reach(null, null), null)).isEqualTo(unsaid);

        personas.put(BRAND, kept(new ChannelAccountId(2), "稳赚"));
        var later =
                Optional.ofNullable(composer.open(BRAND, List.of(1L)).get(1L)).orElseThrow();
        assertThat(later.write(reach("小林", null), null))
                .isEqualTo(new Composer.Written.Unwritable("FORBIDDEN_CLAIM", Map.of("claims", List.of("稳赚"))));
    }

    private static Personas.Kept kept(@Nullable ChannelAccountId account, String forbidden) {
        return new Personas.Kept(
                account, PersonasContract.aPersona("小完子", forbidden), 1, PersonasContract.NOW, PersonasContract.NOW);
    }

    @Test
    void carriesFilesByTheirAddressesUntilTheyAreUploaded() {
        var written = open(
                        "你好",
                        new Attachment.Image("https://example.com/a.png"),
                        new Attachment.Video("https://example.com/a.mp4"),
                        new Attachment.File("菜单.pdf", "https://example.com/menu.pdf"),
                        new Attachment.MiniProgram("点单", "https://example.com/c.png", "wx1", "pages/index"),
                        new Attachment.Link("菜单", "今日", null, "https://example.com/menu"))
                .write(reach("小林", null), null);

        assertThat(written)
                .isEqualTo(new Composer.Written.Message(new OutboundMessage(
                        "你好",
                        List.of(
                                new cn.siyu.application.channel.port.Attachment.Image("https://example.com/a.png"),
                                new cn.siyu.application.channel.port.Attachment.Video("https://example.com/a.mp4"),
                                new cn.siyu.application.channel.port.Attachment.File(
                                        "菜单.pdf", "https://example.com/menu.pdf"),
                                new cn.siyu.application.channel.port.Attachment.MiniProgram(
                                        "点单", "wx1", "pages/index", "https://example.com/c.png"),
                                new cn.siyu.application.channel.port.Attachment.Link(
                                        "菜单", "https://example.com/menu", "今日", null)))));
    }
}
