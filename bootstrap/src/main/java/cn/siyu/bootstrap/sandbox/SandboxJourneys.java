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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the coffee chain says, and its two SOPs: a welcome, and a coupon for the second visit.
@Singleton
final class SandboxJourneys {
    private static final ContentLimits WECOM = new ContentLimits(4000, 9, 128, 512, 64, 2048);
    private static final String GUIDE = "新客使用指南";
    private static final String COUPON = "第二杯五折券";
    private static final String REMINDER = "优惠券到期提醒";
    private static final String NEWS = "新品上市";
    private static final String NEW_CUSTOMER = "新客";

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
    long plantMaterials(BrandId brand, Instant now) {
        material(brand, now, GUIDE, "我是{{staff.name}}，您的专属咖啡师。想喝什么随时找我；到店出示企微名片可享会员价。");
        material(brand, now, COUPON, "送您一张第二杯五折券，七天内到任意门店可用。");
        material(brand, now, REMINDER, "您的五折券快到期了，别忘了来一杯。");
        material(brand, now, NEWS, "燕麦拿铁上新，本周到店尝鲜价 19.9 元。");
        return material(brand, now, "欢迎语", "{{customer.nickname|朋友}}，您好！欢迎加入示例咖啡，首杯 9.9 元已放进您的卡包。");
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
    void plantSops(BrandId brand, Instant now) {
        var tag = new TagId(ids.next());
        var tagId = ids.publicId(tag.value(), now);
        tags.add(brand, new Tag(tag, tagId, "来源", NEW_CUSTOMER, null, 1, now, now));
        sop(brand, "新客欢迎", welcome(brand, tagId));
        sop(brand, "第二杯优惠券", coupon(brand));
    }

    private Map<String, Object> welcome(BrandId brand, PublicId newCustomer) {
        return Map.of(
                "trigger", Map.of("type", "RELATIONSHIP_ADDED"),
                "exitOn", List.of("LOSS", "OPT_OUT"),
                "steps",
                        List.of(
                                Map.of("type", "TAG", "add", List.of(newCustomer.toString())),
                                until(1, "10:00"),
                                send(brand, GUIDE, "SERVICE", "P2D")));
    }

    private Map<String, Object> coupon(BrandId brand) {
        return Map.of(
                "trigger", Map.of("type", "RELATIONSHIP_ADDED"),
                "holdout", 0.1,
                "goal", Map.of("kind", "PURCHASE", "within", "P14D", "exit", true),
                "exitOn", List.of("LOSS", "OPT_OUT"),
                "steps",
                        List.of(
                                until(2, "11:00"),
                                send(brand, COUPON, "MARKETING", "P2D"),
                                Map.of("type", "WAIT", "for", "P3D"),
                                send(brand, REMINDER, "MARKETING", "P2D"),
                                until(10, "15:30"),
                                send(brand, NEWS, "MARKETING", "P3D"),
                                Map.of(
                                        "type",
                                        "TASK",
                                        "kind",
                                        "CALL_BACK",
                                        "title",
                                        "回访还没有第二次到店的客户",
                                        "script",
                                        "{{customer.nickname|您}}好，上次的咖啡合口味吗？",
                                        "dueIn",
                                        "P1D",
                                        "expiresIn",
                                        "P3D")));
    }

    private static Map<String, Object> until(int day, String localTime) {
        return Map.of("type", "WAIT", "until", Map.of("day", day, "localTime", localTime));
    }

    private Map<String, Object> send(BrandId brand, String material, String contactClass, String deadline) {
        var id = materials.page(brand, false, 0, 100).stream()
                .filter(one -> one.name().equals(material))
                .findFirst()
                .orElseThrow()
                .publicId();
        return Map.of(
                "type",
                "SEND",
                "material",
                id.toString(),
                "touchpoint",
                "PRIVATE_CHAT",
                "contactClass",
                contactClass,
                "deadline",
                deadline);
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
