package cn.siyu.domain.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTest {
    private static final Instant PAID = Instant.parse("2026-03-10T04:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void putsAnOrderDownToTheLastTouch() {
        var attribution = Attribution.of(1, PAID, 3_000, List.of(touch(11, 100), touch(12, 5), touch(13, 60)), WEEK);

        assertThat(attribution.shares(AttributionMethod.LAST_TOUCH, 0)).containsExactly(share(12, 3_000));
    }

    @Test
    void splitsEquallyToTheLastMinorUnit() {
        var attribution = Attribution.of(1, PAID, 1_000, List.of(touch(11, 100), touch(12, 5), touch(13, 60)), WEEK);

        assertThat(attribution.shares(AttributionMethod.EQUAL_SHARES, 0))
                .containsExactly(share(11, 334), share(13, 333), share(12, 333));
    }

    @Test
    void countsTheWindowBeforeThePaymentOnly() {
        List<Touch> touches = List.of(
                new Touch(1, PAID.minus(WEEK)),
                new Touch(2, PAID.minus(WEEK).minusMillis(1)),
                new Touch(3, PAID),
                new Touch(4, PAID.plusMillis(1)));

        assertThat(Attribution.of(1, PAID, 10, touches, WEEK).touches())
                .extracting(Touch::send)
                .containsExactly(1L, 3L);
    }

    @ParameterizedTest
    @EnumSource
    void anOrderNobodyPromptedGoesToNone(AttributionMethod method) {
        assertThat(Attribution.of(1, PAID, 500, List.of(), WEEK).shares(method, 100))
                .containsExactly(new AttributedShare(OptionalLong.empty(), 400));
    }

    @Test
    void aContactToldTwiceCountsOnce() {
        var attribution = Attribution.of(1, PAID, 900, List.of(touch(11, 9), touch(11, 9), touch(12, 5)), WEEK);

        assertThat(attribution.shares(AttributionMethod.EQUAL_SHARES, 0))
                .containsExactly(share(11, 450), share(12, 450));
    }

    @Test
    void neverPaysBackMoreThanWasPaid() {
        var attribution = Attribution.of(1, PAID, 900, List.of(), WEEK);

        assertThatThrownBy(() -> attribution.shares(AttributionMethod.LAST_TOUCH, 901))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sharesAddUpAndRefundsOnlyTakeBack(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 300; run++) {
            long amount = random.nextInt(5_000);
            var attribution = Attribution.of(run, PAID, amount, randomTouches(random), WEEK);
            long less = random.nextInt((int) amount + 1);
            long more = less + random.nextInt((int) (amount - less) + 1);
            for (AttributionMethod method : AttributionMethod.values()) {
                List<AttributedShare> before = attribution.shares(method, less);
                List<AttributedShare> after = attribution.shares(method, more);
                assertThat(sum(before)).isEqualTo(amount - less);
                assertThat(sum(after)).isEqualTo(amount - more);
                for (int i = 0; i < before.size(); i++) {
                    assertThat(after.get(i).send()).isEqualTo(before.get(i).send());
                    assertThat(after.get(i).amountMinor())
                            .isBetween(0L, before.get(i).amountMinor());
                }
            }
        }
    }

    /// Ties included: many touches share a moment.
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void isTheSameInWhateverOrderTouchesAreTold(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            List<Touch> touches = new ArrayList<>(randomTouches(random));
            var expected = Attribution.of(run, PAID, 777, touches, WEEK);
            Collections.shuffle(touches, random);

            assertThat(Attribution.of(run, PAID, 777, touches, WEEK)).isEqualTo(expected);
        }
    }

    @Test
    void tiesFallToEitherSideFromOrderToOrder() {
        List<Touch> tied = List.of(touch(11, 5), touch(12, 5));
        long first = 0;
        for (int order = 0; order < 1_000; order++) {
            var last = Attribution.of(order, PAID, 1, tied, WEEK).touches().getLast();
            first += last.send() == 11 ? 1 : 0;
        }
        assertThat(first).isBetween(430L, 570L);
    }

    private static List<Touch> randomTouches(Random random) {
        List<Touch> touches = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            touches.add(touch(i, random.nextInt(4) * 10));
        }
        return touches;
    }

    private static Touch touch(long send, int hoursBefore) {
        return new Touch(send, PAID.minus(Duration.ofHours(hoursBefore)));
    }

    private static AttributedShare share(long send, long amountMinor) {
        return new AttributedShare(OptionalLong.of(send), amountMinor);
    }

    private static long sum(List<AttributedShare> shares) {
        return shares.stream().mapToLong(AttributedShare::amountMinor).sum();
    }
}
