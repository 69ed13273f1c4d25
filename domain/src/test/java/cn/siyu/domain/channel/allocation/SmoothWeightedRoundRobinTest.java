package cn.siyu.domain.channel.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.channel.allocation.SmoothWeightedRoundRobin.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothWeightedRoundRobinTest {
    @ParameterizedTest
    @CsvSource({"5 1 1, aabacaa", "3 2 1, abacba", "1 1 1, abcabc"})
    void takesTurnsWithoutBursts(String weights, String picks) {
        var wheel = new Wheel(weights);

        StringBuilder picked = new StringBuilder();
        for (int i = 0; i < picks.length(); i++) {
            picked.append(wheel.pick(List.of("a", "b", "c")));
        }

        assertThat(picked).hasToString(picks);
    }

    /// AL-4.
    @Test
    void whoWasAwayComesBackWithoutABurst() {
        var wheel = new Wheel("2 1 1");

        StringBuilder picked = new StringBuilder();
        for (int pick = 1; pick <= 9; pick++) {
            boolean away = pick >= 3 && pick <= 5;
            picked.append(wheel.pick(away ? List.of("a", "c") : List.of("a", "b", "c")));
        }

        assertThat(picked).hasToString("abcaacaab");
        assertThat(wheel.balances).containsExactlyInAnyOrderEntriesOf(Map.of("a", 0L, "b", -2L, "c", 2L));
    }

    /// AL-1, AL-2, AL-3.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesEverybodyExactlyItsShareAndNobodyMoreThanOneAhead(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Entry<Integer>> entries = new ArrayList<>();
        int size = random.nextInt(1, 30);
        int sum = 0;
        for (int i = 0; i < size; i++) {
            int weight = random.nextInt(1, 60);
            entries.add(new Entry<>(i, weight, 0));
            sum += weight;
        }
        int[] picks = new int[size];
        for (int turn = 1; turn <= 3 * sum; turn++) {
            var pick = SmoothWeightedRoundRobin.pick(entries);
            entries = pick.after();
            picks[pick.key()]++;
            assertThat(entries.stream().mapToLong(Entry::balance).sum()).isZero();
            assertThat((double) picks[pick.key()])
                    .isLessThan((double) turn * entries.get(pick.key()).weight() / sum + 1);
            if (turn % sum == 0) {
                for (Entry<Integer> entry : entries) {
                    assertThat(picks[entry.key()]).isEqualTo(entry.weight() * (turn / sum));
                }
            }
        }
    }

    /// AL-1 with comings and goings and changing weights.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void balancesAlwaysAddUpToZero(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        long[] balances = new long[12];
        for (int turn = 0; turn < 2_000; turn++) {
            List<Entry<Integer>> present = new ArrayList<>();
            for (int i = 0; i < balances.length; i++) {
                if (random.nextInt(3) > 0) {
                    present.add(new Entry<>(i, random.nextInt(1, 100), balances[i]));
                }
            }
            if (!present.isEmpty()) {
                SmoothWeightedRoundRobin.pick(present)
                        .after()
                        .forEach(entry -> balances[entry.key()] = entry.balance());
            }
            assertThat(java.util.stream.LongStream.of(balances).sum()).isZero();
        }
    }

    /// Remembers the balances between picks, as the contact way's rows do.
    private static final class Wheel {
        private final Map<String, Integer> weights = new HashMap<>();
        private final Map<String, Long> balances = new HashMap<>();

        Wheel(String text) {
            String[] numbers = text.split(" ", -1);
            for (int i = 0; i < numbers.length; i++) {
                weights.put(String.valueOf((char) ('a' + i)), Integer.parseInt(numbers[i]));
            }
        }

        String pick(List<String> present) {
            var pick = SmoothWeightedRoundRobin.pick(present.stream()
                    .map(key -> new Entry<>(key, weights.getOrDefault(key, 1), balances.getOrDefault(key, 0L)))
                    .toList());
            pick.after().forEach(entry -> balances.put(entry.key(), entry.balance()));
            return pick.key();
        }
    }
}
