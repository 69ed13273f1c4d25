package cn.siyu.bootstrap.sandbox.story;

import static cn.siyu.bootstrap.sandbox.story.Stories.store;

import cn.siyu.bootstrap.sandbox.story.Journey.Step.Call;
import cn.siyu.bootstrap.sandbox.story.Journey.Step.For;
import cn.siyu.bootstrap.sandbox.story.Journey.Step.Say;
import cn.siyu.bootstrap.sandbox.story.Journey.Step.Tag;
import cn.siyu.bootstrap.sandbox.story.Journey.Step.Until;
import cn.siyu.bootstrap.sandbox.story.Story.Good;
import cn.siyu.bootstrap.sandbox.story.Story.Habits;
import cn.siyu.bootstrap.sandbox.story.Story.Saying;
import cn.siyu.bootstrap.sandbox.story.Story.Way;
import java.util.List;

/// A coffee chain with three stores and twelve people: low price, many customers, all of it run by
/// two SOPs.
final class CoffeeChain {
    static final Story STORY = new Story(
            "coffee-chain",
            "示例咖啡",
            0.6,
            0.6,
            List.of(
                    store(1, "人民广场店", "上海市黄浦区人民大道 1 号", "林晓", "陈晨", "周宁", "吴桐"),
                    store(2, "陆家嘴店", "上海市浦东新区世纪大道 88 号", "赵敏", "孙悦", "郑一", "王可"),
                    store(3, "静安寺店", "上海市静安区南京西路 1686 号", "冯雪", "韩冰", "杨帆", "许言")),
            List.of(
                    new Way("人民广场店收银台", "新客首杯 9.9 元", "store-1-counter", 1, 3),
                    new Way("陆家嘴店收银台", "新客首杯 9.9 元", "store-2-counter", 2, 3),
                    new Way("静安寺店收银台", "新客首杯 9.9 元", "store-3-counter", 3, 2),
                    new Way("小程序首页", "加企微领五折券", "mini-program-home", 0, 4)),
            List.of(
                    new Good("americano", "coffee", 1800),
                    new Good("latte", "coffee", 2400),
                    new Good("oat-latte", "coffee", 2900),
                    new Good("cold-brew", "coffee", 2600),
                    new Good("croissant", "bakery", 1500),
                    new Good("beans-250g", "beans", 8800)),
            Story.SHOP_HOURS,
            new Habits(0.35, 0.10, 0.18, 0.12, 0.10, 0.01, 0.15, 0.5, 0.35, 0.008, 0.03, 0, 0.8),
            "{{customer.nickname|朋友}}，您好！欢迎加入示例咖啡，首杯 9.9 元已放进您的卡包。",
            List.of(
                    new Saying("新客使用指南", "我是{{staff.name}}，您的专属咖啡师。想喝什么随时找我；到店出示企微名片可享会员价。"),
                    new Saying("第二杯五折券", "送您一张第二杯五折券，七天内到任意门店可用。"),
                    new Saying("优惠券到期提醒", "您的五折券快到期了，别忘了来一杯。"),
                    new Saying("新品上市", "燕麦拿铁上新，本周到店尝鲜价 19.9 元。")),
            List.of(
                    new Journey(
                            "新客欢迎",
                            0,
                            "",
                            List.of(new Tag("新客"), new Until(1, "10:00"), new Say("新客使用指南", "SERVICE", "P2D"))),
                    new Journey(
                            "第二杯优惠券",
                            0.1,
                            "P14D",
                            List.of(
                                    new Until(2, "11:00"),
                                    new Say("第二杯五折券", "MARKETING", "P2D"),
                                    new For("P3D"),
                                    new Say("优惠券到期提醒", "MARKETING", "P2D"),
                                    new Until(10, "15:30"),
                                    new Say("新品上市", "MARKETING", "P3D"),
                                    new Call("回访还没有第二次到店的客户", "{{customer.nickname|您}}好，上次的咖啡合口味吗？")))));

    private CoffeeChain() {}
}
