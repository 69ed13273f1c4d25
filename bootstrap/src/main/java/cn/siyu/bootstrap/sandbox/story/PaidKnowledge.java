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

/// An expert who sells courses: people come from talks and the official account (公众号), moments
/// build trust, the course has one price and is never discounted.
final class PaidKnowledge {
    static final Story STORY = new Story(
            "paid-knowledge",
            "示例讲堂",
            0.2,
            0.2,
            List.of(store(1, "助教组", "北京市海淀区中关村大街 27 号", "老周", "助教阿宁")),
            List.of(new Way("线下讲座", "领讲义与书单", "talk", 0, 3), new Way("公众号文末", "回复关键词领案例集", "official-account", 0, 5)),
            List.of(new Good("course", "course", 800_000), new Good("camp", "course", 199_900)),
            Story.SHOP_HOURS,
            new Habits(0.4, 0.2, 0.25, 0, 0.03, 0.004, 0.3, 0.1, 0.004, 0.004, 0.01, 0.2, 0.95),
            "{{customer.nickname|同学}}好，讲义发你了；有问题直接问我。",
            List.of(
                    new Saying("案例拆解", "昨天讲的那个案例，我把数据补全了，附在讲义后面。"),
                    new Saying("读书笔记", "这周在读的书，划了三段给你。"),
                    new Saying("课程说明", "第九期课程的大纲在这里，合适再来，不合适先看免费的部分。")),
            List.of(new Journey(
                    "从讲座到课程",
                    0.1,
                    "P60D",
                    List.of(
                            new Tag("听众"),
                            new Until(2, "20:30"),
                            new Say("案例拆解", "SERVICE", "P3D"),
                            new Until(12, "20:30"),
                            new Say("读书笔记", "SERVICE", "P3D"),
                            new Until(30, "20:00"),
                            new Say("课程说明", "MARKETING", "P5D"),
                            new Call("问问学习中的困难", "{{customer.nickname|同学}}，最近卡在哪一步了？")))));

    private PaidKnowledge() {}
}
