package cn.siyu.domain.channel.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RendezvousTest {
    private static final int VISITORS = 20_000;

    @Test
    void whenAnAccountGoesAwayOnlyItsOwnVisitorsMove() {
        List<Long> all = LongStream.rangeClosed(1, 8).boxed().toList();
        List<Long> without = all.stream().filter(account -> account != 3).toList();
        int moved = 0;
        for (int visitor = 0; visitor < VISITORS; visitor++) {
            long before = pick(all, "c-" + visitor);
            long after = pick(without, "c-" + visitor);
            if (before == 3) {
                moved++;
                assertThat(after).isNotEqualTo(3);
            } else {
                assertThat(after).isEqualTo(before);
            }
        }
        assertThat(moved).isBetween(VISITORS / 9, VISITORS / 7);
    }

    @Test
    void visitorsSpreadByWeight() {
        Map<Long, Integer> share = new HashMap<>();
        for (int visitor = 0; visitor < VISITORS; visitor++) {
            long picked =
                    Rendezvous.pick(List.of(1L, 2L, 3L), id -> id, id -> id == 1 ? 3 : id == 2 ? 2 : 1, "c-" + visitor);
            share.merge(picked, 1, Integer::sum);
        }

        assertThat(share.getOrDefault(1L, 0)).isBetween(9_700, 10_300);
        assertThat(share.getOrDefault(2L, 0)).isBetween(6_370, 6_970);
        assertThat(share.getOrDefault(3L, 0)).isBetween(3_030, 3_630);
    }

    @Test
    void theOrderOfAccountsDoesNotMatter() {
        for (int visitor = 0; visitor < 500; visitor++) {
            assertThat(pick(List.of(5L, 2L, 9L), "c-" + visitor)).isEqualTo(pick(List.of(9L, 5L, 2L), "c-" + visitor));
        }
    }

    @Test
    void everyHashIsStrictlyBetweenZeroAndOne() {
        for (int visitor = 0; visitor < 5_000; visitor++) {
            assertThat(KeyedHash.unit("x" + visitor)).isGreaterThan(0).isLessThan(1);
        }
    }

    private static long pick(List<Long> accounts, String visitor) {
        return Rendezvous.pick(accounts, id -> id, _ -> 1, visitor);
    }
}
