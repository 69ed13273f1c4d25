package cn.siyu.bootstrap.sandbox.story;

import static cn.siyu.bootstrap.sandbox.story.Stories.store;

import cn.siyu.bootstrap.sandbox.story.Journey.Step.Call;
import cn.siyu.bootstrap.sandbox.story.Journey.Step.Say;
import cn.siyu.bootstrap.sandbox.story.Journey.Step.Tag;
import cn.siyu.bootstrap.sandbox.story.Journey.Step.Until;
import cn.siyu.bootstrap.sandbox.story.Story.Good;
import cn.siyu.bootstrap.sandbox.story.Story.Habits;
import cn.siyu.bootstrap.sandbox.story.Story.Saying;
import cn.siyu.bootstrap.sandbox.story.Story.Way;
import java.util.List;

/// A luxury house: boutiques serve everybody on WeCom, head office serves the core itself, on
/// personal accounts.
final class LuxuryCore {
    static final Story STORY = new Story(
            "luxury-core",
            "示例珠宝",
            0.95,
            0.5,
            List.of(
                    store(1, "恒隆精品店", "上海市静安区南京西路 1266 号", "沈岚", "顾青", "陆婉"),
                    store(2, "国贸精品店", "北京市朝阳区建国门外大街 1 号", "白露", "温言", "苏禾")),
            List.of(
                    new Way("恒隆接待台", "预约私人鉴赏", "boutique-1", 1, 2),
                    new Way("国贸接待台", "预约私人鉴赏", "boutique-2", 2, 2),
                    new Way("官网预约", "预约到店", "website", 0, 1)),
            List.of(
                    new Good("ring", "jewellery", 2_000_000),
                    new Good("necklace", "jewellery", 3_600_000),
                    new Good("care", "service", 120_000)),
            Story.SHOP_HOURS,
            new Habits(0.5, 0.2, 0.15, 0, 0.02, 0.003, 0.2, 0.2, 0.02, 0.003, 0.01, 0.12, 0.98),
            "{{customer.nickname|您}}好，我是{{staff.name}}，很荣幸为您服务。",
            List.of(new Saying("保养提醒", "您的珠宝可以随时到店做一次保养，我为您留好时间。"), new Saying("新作鉴赏", "新作已到店，想先请您来看看。")),
            List.of(new Journey(
                    "到店之后",
                    0.1,
                    "P60D",
                    List.of(
                            new Tag("新客"),
                            new Until(7, "11:00"),
                            new Say("保养提醒", "SERVICE", "P3D"),
                            new Until(25, "15:00"),
                            new Say("新作鉴赏", "MARKETING", "P5D"),
                            new Call("问候与预约", "{{customer.nickname|您}}好，最近有合适的时间来店里坐坐吗？")))));

    private LuxuryCore() {}
}
