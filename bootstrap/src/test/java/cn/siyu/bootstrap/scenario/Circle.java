package cn.siyu.bootstrap.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a persona lives on beside messages (人设): posts to moments by hand, which friends like and
/// comment on, and friends who buy what they were shown. Operators tell what they saw; a shop tells
/// the orders.
final class Circle {
    private static final int A_WEEK = 7;

    private final SandboxBrand brand;
    private final Chance chance;
    private final Liveliness liveliness;
    private final List<String> accounts;
    private final Map<String, Friend> friends = new LinkedHashMap<>();
    private String material = "";
    private String newest = "";
    private int posts;
    private int reactions;
    private int orders;

    /// How lively friends are; each number is multiplied by a person's own warmth.
    ///
    /// @param like the share of posts that a friend likes
    /// @param comment the share that a friend comments on
    /// @param buyAWeek the share of weeks in which a friend buys because of the friendship
    /// @param price in minor units
    record Liveliness(double like, double comment, double buyAWeek, long price) {}

    /// @param key what choices are made by: the value of the customer's external user id
    /// @param since on which day the friendship was seen first
    private record Friend(String key, String account, String relationship, int since) {}

    Circle(SandboxBrand brand, Chance chance, Liveliness liveliness, List<String> accounts) {
        this.brand = brand;
        this.chance = chance;
        this.liveliness = liveliness;
        this.accounts = accounts;
    }

    /// Somebody has become a friend.
    void join(String customer, String key, String account, String relationship, int day) {
        friends.putIfAbsent(customer, new Friend(key, account, relationship, day));
    }

    /// Orders the day's post from all accounts; operators find it on their lists an hour later.
    void order() throws IOException, InterruptedException {
        if (material.isEmpty()) {
            material = brand.made("/materials", "{\"name\":\"主理人日常\",\"text\":\"今天自己试了一整天，晚上卸妆的时候才舍得说再见。\"}");
        }
        newest = brand.made(
                "/moments",
                "{\"material\":\"" + material + "\",\"accounts\":[\"" + String.join("\",\"", accounts)
                        + "\"],\"publishAt\":\"" + brand.now().plus(1, ChronoUnit.HOURS) + "\"}");
        posts++;
    }

    /// Friends see the newest post in the evening; what they do about it, the operator sees and
    /// tells.
    void react(int day) throws IOException, InterruptedException {
        for (JsonNode post : brand.all("/moments/" + newest + "/posts?limit=100")) {
            List<String> seen = new ArrayList<>();
            for (Friend friend : friends.values()) {
                if (friend.account().equals(post.path("account").asText())) {
                    saw(seen, friend, "LIKED", liveliness.like(), day);
                    saw(seen, friend, "COMMENTED", liveliness.comment(), day);
                }
            }
            if (!seen.isEmpty()) {
                reactions += seen.size();
                brand.post(
                        "/moments/" + newest + "/posts/" + post.path("id").asText() + "/reactions",
                        "{\"reactions\":[" + String.join(",", seen) + "]}");
            }
        }
    }

    private void saw(List<String> seen, Friend friend, String kind, double share, int day) {
        if (chance.happens(share * chance.warmth(friend.key()), friend.key(), kind, day)) {
            seen.add("{\"relationship\":\"" + friend.relationship() + "\",\"kind\":\"" + kind + "\"}");
        }
    }

    /// Each friend decides on one day of the week whether to buy.
    void buy(int day) throws IOException, InterruptedException {
        for (Friend friend : friends.values()) {
            int age = day - friend.since();
            if (age > 0
                    && age % A_WEEK == 0
                    && chance.happens(liveliness.buyAWeek() * chance.warmth(friend.key()), friend.key(), "buy", age)) {
                orders++;
                brand.post(
                        "/orders",
                        "{\"externalId\":\"friend-" + friend.key() + "-" + age
                                + "\",\"source\":\"shop\",\"identity\":{\"type\":\"EXTERNAL_USERID\",\"value\":\""
                                + friend.key() + "\"},\"paidAt\":\""
                                + brand.now().truncatedTo(ChronoUnit.SECONDS) + "\",\"amountMinor\":"
                                + liveliness.price() + ",\"currency\":\"CNY\",\"salesChannel\":\"MINI_PROGRAM\","
                                + "\"lines\":[{\"sku\":\"from-a-friend\",\"category\":\"friend\",\"quantity\":1,"
                                + "\"amountMinor\":" + liveliness.price() + "}]}");
            }
        }
    }

    /// What went on, as a line.
    String told() {
        return posts + ", " + reactions + ", " + orders;
    }
}
