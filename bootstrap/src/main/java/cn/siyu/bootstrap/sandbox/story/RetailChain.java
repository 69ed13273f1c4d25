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

/// A retail chain: store staff serve customers, head office standardises from the top down.
final class RetailChain {
    static final Story STORY = new Story(
            "retail-chain",
            "示例生活馆",
            0.6,
            0.6,
            List.of(
                    store(1, "杭州湖滨店", "杭州市上城区东坡路 7 号", "何静", "吕洋", "施宁"),
                    store(2, "苏州观前店", "苏州市姑苏区观前街 168 号", "张弛", "孔雀", "曹颖"),
                    store(3, "宁波天一店", "宁波市海曙区中山东路 188 号", "严寒", "华光", "金铭"),
                    store(4, "南京新街口店", "南京市玄武区中山路 18 号", "魏然", "陶然", "姜来")),
            List.of(
                    new Way("湖滨店收银台", "会员日满减券", "store-1-counter", 1, 3),
                    new Way("观前店收银台", "会员日满减券", "store-2-counter", 2, 2),
                    new Way("天一店收银台", "会员日满减券", "store-3-counter", 3, 2),
                    new Way("新街口店收银台", "会员日满减券", "store-4-counter", 4, 3)),
            List.of(
                    new Good("home", "home", 15_900),
                    new Good("kitchen", "kitchen", 12_900),
                    new Good("towel", "home", 4_900)),
            Story.SHOP_HOURS,
            new Habits(0.25, 0.08, 0.15, 0.12, 0.07, 0.012, 0.1, 0.35, 0.15, 0.008, 0.04, 0.05, 0.7),
            "{{customer.nickname|您}}好，我是{{staff.name}}，会员日优惠第一时间告诉您。",
            List.of(new Saying("会员权益", "会员积分、换货、送货上门，都可以直接找我。"), new Saying("会员日", "本周五会员日，满 200 减 30，我给您留了券。")),
            List.of(new Journey(
                    "新会员首月",
                    0.1,
                    "P30D",
                    List.of(
                            new Tag("新会员"),
                            new Until(1, "10:30"),
                            new Say("会员权益", "SERVICE", "P2D"),
                            new Until(12, "17:00"),
                            new Say("会员日", "MARKETING", "P2D"),
                            new Call("回访", "{{customer.nickname|您}}好，上次买的用得还顺手吗？")))));

    private RetailChain() {}
}
