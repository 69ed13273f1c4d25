package cn.siyu.application.content;

import static cn.siyu.application.brand.BrandWorld.boss;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.BrandWorld;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.channel.port.InMemoryPersonas;
import cn.siyu.application.channel.port.Personas;
import cn.siyu.application.channel.port.PersonasContract;
import cn.siyu.application.content.port.InMemoryMaterials;
import cn.siyu.domain.content.Attachment;
import cn.siyu.domain.content.ContentError;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.MaterialDraft;
import cn.siyu.domain.content.Message;
import cn.siyu.domain.content.Rendering;
import cn.siyu.domain.content.Variable;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MaterialUseCasesTest {
    private final BrandWorld world = new BrandWorld();
    private final InMemoryMaterials materials = new InMemoryMaterials(world.store);
    private final MaterialLimits limits =
            new MaterialLimits(List.of(new InMemoryChannel("main", "demo", new InMemoryFarSide(() -> BrandWorld.NOW))));
    private final InMemoryPersonas kept = new InMemoryPersonas(world.store);
    private final CheckPersona personas = new CheckPersona(kept);
    private final AddMaterial add = new AddMaterial(materials, limits, personas, world.clock, world.ids, world.store);
    private final ChangeMaterial change = new ChangeMaterial(materials, limits, personas, world.clock, world.store);
    private final ReadMaterials read = new ReadMaterials(materials);
    private final PreviewMaterial preview = new PreviewMaterial(limits, world.brands, world.clock);

    private static MaterialDraft draft(String text) {
        return new MaterialDraft("欢迎", text, List.of());
    }

    private static Material saved(MaterialOutcome outcome) {
        if (outcome instanceof MaterialOutcome.Saved(var material)) {
            return material;
        }
        throw new AssertionError("not saved: " + outcome);
    }

    private Material added(String text) {
        return saved(add.handle(new AddMaterial.Command(boss(), draft(text))));
    }

    @Test
    void refusesWhatTheBrandsPersonaNeverSaysWithItsPlaceAndWords() {
        kept.put(
                BrandWorld.BRAND,
                new Personas.Kept(
                        null, PersonasContract.aPersona("小完子", "稳赚", "最佳"), 1, BrandWorld.NOW, BrandWorld.NOW));
        var link = new Attachment.Link("全网最 佳", null, null, "https://example.com/a");
        var file = new Attachment.File("最佳指南.pdf", "https://example.com/a.pdf");
        var outcome =
                add.handle(new AddMaterial.Command(boss(), new MaterialDraft("欢迎", "本产品稳 赚不赔", List.of(link, file))));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        MaterialOutcome.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.pointer() + " " + error.code() + " "
                                        + error.detail()
                                                .en()
                                                .contains(error.pointer().equals("/text") ? "稳赚" : "最佳"))
                                .containsExactly(
                                        "/text FORBIDDEN_CLAIM true",
                                        "/attachments/0/title FORBIDDEN_CLAIM true",
                                        "/attachments/1/name FORBIDDEN_CLAIM true"));
        var sound = added("防晒精华上新");
        assertThat(change.handle(new ChangeMaterial.Command(boss(), sound.publicId(), 1, draft("稳赚"))))
                .isInstanceOf(MaterialOutcome.Refused.class);
    }

    @Test
    void savesAMaterial() {
        var material = added("{{customer.nickname|朋友}}你好");

        assertThat(material.version()).isEqualTo(1);
        assertThat(read.one(boss(), material.publicId())).contains(material);
        assertThat(read.page(boss(), false, 0, 10)).containsExactly(material);
    }

    @Test
    void refusesAVariableThatIsNotThereAndSaysWhatWasMeant() {
        var outcome = add.handle(new AddMaterial.Command(boss(), draft("{{customer.nickame}}你好")));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        MaterialOutcome.Refused.class,
                        refused -> assertThat(refused.errors()).singleElement().satisfies(error -> {
                            assertThat(error.code()).isEqualTo(ContentError.Code.UNKNOWN_VARIABLE);
                            assertThat(error.pointer()).isEqualTo("/text");
                            assertThat(error.suggestion()).isEqualTo("{{customer.nickname}}");
                        }));
        assertThat(read.page(boss(), false, 0, 10)).isEmpty();
    }

    @Test
    void changesAndArchivesTheVersionThatWasSeen() {
        var material = added("你好");
        var id = material.publicId();
        var changed = saved(change.handle(new ChangeMaterial.Command(boss(), id, 1, draft("再见"))));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(change.handle(new ChangeMaterial.Command(boss(), id, 1, draft("晚安"))))
                .isEqualTo(new MaterialOutcome.Stale(2));
        assertThat(saved(change.archive(boss(), id, 2)).archived()).isTrue();
        assertThat(change.handle(new ChangeMaterial.Command(boss(), id, 3, draft("晚安"))))
                .isEqualTo(new MaterialOutcome.Archived());
        assertThat(change.archive(boss(), PublicId.of(BrandWorld.NOW, 9, 9), 1))
                .isEqualTo(new MaterialOutcome.Unknown());
        assertThat(read.page(boss(), true, 0, 10)).hasSize(1);
    }

    @Test
    void showsHowADraftWouldRead() {
        var draft = draft("{{customer.nickname|朋友}}，您在{{brand.name}}消费{{orders.lastAmount}}");

        assertThat(preview.answer(new PreviewMaterial.Query(boss(), draft, Set.of())))
                .isEqualTo(new PreviewMaterial.Outcome.Shown(
                        new Rendering.Rendered(new Message("小林，您在Brand 1消费29.00元", List.of()))));
        assertThat(preview.answer(new PreviewMaterial.Query(boss(), draft, Set.of(Variable.CUSTOMER_NICKNAME))))
                .isEqualTo(new PreviewMaterial.Outcome.Shown(
                        new Rendering.Rendered(new Message("朋友，您在Brand 1消费29.00元", List.of()))));
        assertThat(preview.answer(new PreviewMaterial.Query(boss(), draft, Set.of(Variable.ORDERS_LAST_AMOUNT))))
                .isEqualTo(new PreviewMaterial.Outcome.Shown(
                        new Rendering.ValuesMissing(Set.of(Variable.ORDERS_LAST_AMOUNT))));
        assertThat(preview.answer(new PreviewMaterial.Query(boss(), draft("{{"), Set.of())))
                .isInstanceOf(PreviewMaterial.Outcome.Refused.class);
    }
}
