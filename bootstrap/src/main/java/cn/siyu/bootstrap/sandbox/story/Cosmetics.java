package cn.siyu.bootstrap.sandbox.story;

import static cn.siyu.bootstrap.sandbox.story.Stories.store;

import cn.siyu.bootstrap.sandbox.story.Journey.Step.Say;
import cn.siyu.bootstrap.sandbox.story.Journey.Step.Tag;
import cn.siyu.bootstrap.sandbox.story.Journey.Step.Until;
import cn.siyu.bootstrap.sandbox.story.Story.Good;
import cn.siyu.bootstrap.sandbox.story.Story.Habits;
import cn.siyu.bootstrap.sandbox.story.Story.Saying;
import cn.siyu.bootstrap.sandbox.story.Story.Way;
import java.util.List;

/// A cosmetics brand that runs one persona centrally: WeCom takes the inflow, the best two in a
/// hundred are asked over to personal accounts.
final class Cosmetics {
    static final Story STORY = new Story(
            "hybrid-cosmetics",
            "示例美妆",
            0.6,
            0.55,
            List.of(store(1, "美妆顾问一组", "广州市天河区天河路 208 号", "小完", "小美", "小妍", "小彤", "小夏", "小雨")),
            List.of(
                    new Way("包裹卡", "扫码领小样", "parcel-card", 0, 6),
                    new Way("天猫客服", "加顾问领 10 元", "shop-service", 0, 3),
                    new Way("直播间", "直播专属试用装", "live-room", 0, 2)),
            List.of(
                    new Good("lipstick", "makeup", 7900),
                    new Good("powder", "makeup", 8900),
                    new Good("eyeshadow", "makeup", 12900),
                    new Good("serum", "skincare", 19900)),
            Story.SHOP_HOURS,
            new Habits(0.3, 0.12, 0.2, 0.15, 0.08, 0.012, 0.2, 0.4, 0.12, 0.006, 0.04, 0.1, 0.85),
            "{{customer.nickname|姐妹}}，我是你的美妆顾问小完子，小样已经在路上啦。",
            List.of(
                    new Saying("肤质小测试", "花一分钟测测肤质，我按结果给你配单品。"),
                    new Saying("妆教", "今天教你三步画好日常妆，材料都在上次的小样里。"),
                    new Saying("上新试用", "新色号到了，先给老朋友留了试用装。")),
            List.of(new Journey(
                    "新客三周",
                    0.1,
                    "P21D",
                    List.of(
                            new Tag("新客"),
                            new Until(1, "12:30"),
                            new Say("肤质小测试", "SERVICE", "P2D"),
                            new Until(5, "20:00"),
                            new Say("妆教", "SERVICE", "P2D"),
                            new Until(14, "12:00"),
                            new Say("上新试用", "MARKETING", "P3D")))));

    /// The same people in a world where nothing that is sent makes a difference.
    static final Story UNMOVED = STORY.unmoved("unmoved-cosmetics");

    private Cosmetics() {}
}
