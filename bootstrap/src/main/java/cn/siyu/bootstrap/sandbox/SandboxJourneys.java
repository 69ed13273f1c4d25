package cn.siyu.bootstrap.sandbox;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.sop.DefineSop;
import cn.siyu.application.sop.IdForm;
import cn.siyu.application.sop.PublishSopVersion;
import cn.siyu.application.sop.SaveSopVersion;
import cn.siyu.application.sop.SwitchSop;
import cn.siyu.bootstrap.sandbox.story.Story;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.content.Attachment;
import cn.siyu.domain.content.ContentLimits;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.MaterialCheck;
import cn.siyu.domain.content.MaterialDraft;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.customer.Tag;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopChange;
import cn.siyu.domain.sop.SopNaming.Kind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What an example brand says, and its SOPs.
@Singleton
final class SandboxJourneys {
    private static final ContentLimits WECOM = new ContentLimits(4000, 9, 128, 512, 64, 2048);
    private final Materials materials;
    private final Tags tags;
    private final DefineSop define;
    private final SaveSopVersion save;
    private final PublishSopVersion publish;
    private final SwitchSop activate;
    private final IdSource ids;

    SandboxJourneys(
            Materials materials,
            Tags tags,
            DefineSop define,
            SaveSopVersion save,
            PublishSopVersion publish,
            SwitchSop activate,
            IdSource ids) {
        this.materials = materials;
        this.tags = tags;
        this.define = define;
        this.save = save;
        this.publish = publish;
        this.activate = activate;
        this.ids = ids;
    }

    /// Plants what is said, and gives the number of the welcome.
    long plantMaterials(BrandId brand, Story story, Instant now) {
        story.sayings().forEach(saying -> material(brand, now, saying.name(), saying.text()));
        return material(brand, now, "欢迎语", story.welcome());
    }

    private long material(BrandId brand, Instant now, String name, String text) {
        var draft = new MaterialDraft(name, text, List.<Attachment>of());
        if (!(MaterialCheck.check(draft, WECOM) instanceof MaterialCheck.Checked.Accepted(var content))) {
            throw new IllegalStateException("the sandbox's material '" + name + "' is not sound");
        }
        var id = new MaterialId(ids.next());
        materials.add(brand, new Material(id, ids.publicId(id.value(), now), name, content, false, 1, now, now));
        return id.value();
    }

    /// Plants the SOPs and lets them run.
    void plantSops(BrandId brand, Story story, Instant now) {
        Map<String, String> tagIds = new HashMap<>();
        story.journeys().stream()
                .flatMap(journey -> journey.tags().stream())
                .distinct()
                .forEach(name -> tagIds.put(name, tag(brand, name, now)));
        story.journeys()
                .forEach(journey -> sop(
                        brand,
                        journey.name(),
                        journey.definition(name -> materialId(brand, name), name -> tagIds.getOrDefault(name, ""))));
    }

    private String tag(BrandId brand, String name, Instant now) {
        var tag = new TagId(ids.next());
        var publicId = ids.publicId(tag.value(), now);
        tags.add(brand, new Tag(tag, publicId, "来源", name, null, 1, now, now));
        return publicId.toString();
    }

    private String materialId(BrandId brand, String material) {
        return materials.page(brand, false, 0, 100).stream()
                .filter(one -> one.name().equals(material))
                .findFirst()
                .orElseThrow()
                .publicId()
                .toString();
    }

    private void sop(BrandId brand, String name, Map<String, Object> definition) {
        if (!(define.handle(new DefineSop.Command(owner(brand), name, null, 0))
                instanceof DefineSop.Outcome.Defined(var sop))) {
            throw new IllegalStateException("the sandbox's SOP '" + name + "' was not made");
        }
        var saved =
                save.handle(new SaveSopVersion.Command(owner(brand), sop.publicId(), definition, PlainIds.FORM, null));
        if (!(saved instanceof SaveSopVersion.Outcome.Saved(var version))) {
            throw new IllegalStateException("the sandbox's SOP '" + name + "' is not sound: " + saved);
        }
        publish.handle(new PublishSopVersion.Command(
                owner(brand), sop.publicId(), version.number(), PlainIds.FORM, SopChange.By.PRODUCT));
        activate.handle(new SwitchSop.Command(
                owner(brand), sop.publicId(), new SwitchSop.Wanted.Active(version.number()), SopChange.By.PRODUCT));
    }

    /// Public ids as plain UUIDs.
    private enum PlainIds implements IdForm {
        FORM;

        @Override
        public Optional<PublicId> read(Kind kind, String text) {
            return Optional.of(new PublicId(UUID.fromString(text)));
        }

        @Override
        public String write(Kind kind, PublicId id) {
            return id.toString();
        }
    }

    /// Whoever plants a brand owns it.
    private static Caller owner(BrandId brand) {
        var nobody = new PublicId(new UUID(0, 0));
        return new Caller(brand, nobody, EnumSet.allOf(Scope.class), new DataScope.WholeBrand());
    }
}
