package cn.siyu.application.customer.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.ConsentRecord;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Wishes] does.
public interface WishesContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
    CustomerId CUSTOMER = new CustomerId(7);

    /// A repository without wishes.
    Wishes wishes();

    @Test
    default void keepsTheLedgerInOrder() {
        var wishes = wishes();
        var given = new ConsentRecord(1, PublicId.of(NOW, 1, 1), CUSTOMER, "MARKETING", true, "2026-01", "form 7", NOW);
        var withdrawn = new ConsentRecord(2, PublicId.of(NOW, 2, 2), CUSTOMER, "MARKETING", false, null, null, NOW);
        wishes.add(BRAND, List.of(given, withdrawn));

        assertThat(wishes.consentsOf(BRAND, CUSTOMER)).containsExactly(given, withdrawn);
        assertThat(wishes.consentsOf(new BrandId(2), CUSTOMER)).isEmpty();
    }

    @Test
    default void keepsAnOptOutUntilItIsTakenBack() {
        var wishes = wishes();
        var out = new OptOut(CUSTOMER, OptOut.ALL, "API", NOW);

        assertThat(wishes.optOut(BRAND, out)).isTrue();
        assertThat(wishes.optOut(BRAND, new OptOut(CUSTOMER, OptOut.ALL, "STAFF", NOW.plusSeconds(1))))
                .isFalse();
        assertThat(wishes.optOutsOf(BRAND, CUSTOMER)).containsExactly(out);
        assertThat(wishes.optIn(BRAND, CUSTOMER, OptOut.ALL)).isTrue();
        assertThat(wishes.optIn(BRAND, CUSTOMER, OptOut.ALL)).isFalse();
        assertThat(wishes.optOutsOf(BRAND, CUSTOMER)).isEmpty();
    }
}
