package cn.siyu.domain.audience;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Random customers out of few values, so that random expressions hit, with many unknowns.
public final class RandomFacts {
    static final List<String> TEXTS =
            List.of("vip", "意向/高", "高", "it's", "100%", "a_b", "\\", "café", "☕咖啡🐼", "VIP", "zhangsan", " ", "a\nb");
    static final List<String> FRAGMENTS = List.of("v", "VI", "高", "'", "%", "_", "\\", "é", "🐼", "咖啡", " ", "vip");
    static final List<Double> REALS = List.of(0.0, 35.0, 40.1, 59.999999, 60.0, 0.3, 75.0);
    static final List<Instant> INSTANTS = List.of(
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2025-12-31T16:00:00Z"),
            Instant.parse("2026-01-31T15:59:59.999Z"),
            Instant.parse("2026-01-31T16:00:00Z"),
            Instant.parse("2026-02-01T01:30:00Z"),
            Instant.parse("2026-02-20T12:00:00.001Z"));

    private final RandomGenerator random;

    public RandomFacts(RandomGenerator random) {
        this.random = random;
    }

    public CustomerFacts next() {
        return new CustomerFacts(
                new CustomerFacts.Person(maybe(TEXTS), maybe(List.of("MALE", "FEMALE")), some(TEXTS)),
                new CustomerFacts.Standing(
                        maybe(CustomerField.STAGE.field().codes().known()),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        some(List.of("ALL", "PRIVATE_CHAT"))),
                new CustomerFacts.Trust(maybe(REALS), maybe(REALS), maybe(REALS), maybe(REALS)),
                new CustomerFacts.Relations(
                        some(TEXTS),
                        some(TEXTS),
                        some(List.of("WECOM", "PERSONAL_WECHAT")),
                        some(TEXTS),
                        some(TEXTS),
                        some(TEXTS),
                        some(TEXTS),
                        maybe(INSTANTS)),
                new CustomerFacts.Activity(
                        random.nextInt(4),
                        random.nextInt(-1, 7),
                        maybe(INSTANTS),
                        maybe(INSTANTS),
                        random.nextInt(4),
                        maybe(INSTANTS),
                        random.nextInt(4)),
                new CustomerFacts.Worth(maybe(List.of(0L, 1L, 2L, 3L)), maybe(List.of("CORE", "MIDDLE", "OTHER"))));
    }

    private <T> @Nullable T maybe(List<T> list) {
        return random.nextInt(3) == 0 ? null : list.get(random.nextInt(list.size()));
    }

    private Set<String> some(List<String> list) {
        Set<String> some = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(list.get(random.nextInt(list.size())));
        }
        return some;
    }
}
