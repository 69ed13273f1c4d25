package cn.siyu.bootstrap.sandbox;

import java.util.ArrayList;
import java.util.List;

/// The example brand: a coffee chain with three stores and twelve people.
final class CoffeeChain {
    /// A store with the people who serve its customers.
    record Store(int number, String externalId, String name, String address, List<Member> members) {}

    /// A member of a store; `address` is the WeCom userid.
    record Member(String address, String name) {}

    /// A printed code and how many of the visitors use it.
    record Link(String code, int weight) {}

    /// Something one can buy.
    record Good(String sku, String category, long amountMinor) {}

    /// What a contact way is about: the hook (钩子) behind its code, and which store it hangs in;
    /// store 0 is online.
    record Way(String name, String hook, String state, int store, int weight) {}

    static final List<Store> STORES = List.of(
            store(1, "人民广场店", "上海市黄浦区人民大道 1 号", "林晓", "陈晨", "周宁", "吴桐"),
            store(2, "陆家嘴店", "上海市浦东新区世纪大道 88 号", "赵敏", "孙悦", "郑一", "王可"),
            store(3, "静安寺店", "上海市静安区南京西路 1686 号", "冯雪", "韩冰", "杨帆", "许言"));

    static final List<Way> WAYS = List.of(
            new Way("人民广场店收银台", "新客首杯 9.9 元", "store-1-counter", 1, 3),
            new Way("陆家嘴店收银台", "新客首杯 9.9 元", "store-2-counter", 2, 3),
            new Way("静安寺店收银台", "新客首杯 9.9 元", "store-3-counter", 3, 2),
            new Way("小程序首页", "加企微领五折券", "mini-program-home", 0, 4));

    static final List<Good> GOODS = List.of(
            new Good("americano", "coffee", 1800),
            new Good("latte", "coffee", 2400),
            new Good("oat-latte", "coffee", 2900),
            new Good("cold-brew", "coffee", 2600),
            new Good("croissant", "bakery", 1500),
            new Good("beans-250g", "beans", 8800));

    /// Few people scan a code at night.
    static final double[] HOUR_WEIGHTS = {
        0, 0, 0, 0, 0, 0, 0.2, 1.2, 2.2, 2, 1.5, 2, 3, 2.2, 1.5, 1.5, 1.6, 2, 2.4, 2, 1.4, 0.8, 0.2, 0
    };

    private CoffeeChain() {}

    private static Store store(int number, String name, String address, String... people) {
        var members = new ArrayList<Member>();
        for (int i = 0; i < people.length; i++) {
            members.add(new Member("store%d-%d".formatted(number, i + 1), people[i]));
        }
        return new Store(number, "store-" + number, name, address, List.copyOf(members));
    }
}
