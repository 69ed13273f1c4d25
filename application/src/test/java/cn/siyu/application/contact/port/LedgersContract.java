package cn.siyu.application.contact.port;

import static cn.siyu.application.contact.port.ContactFixtures.ACCOUNT;
import static cn.siyu.application.contact.port.ContactFixtures.BRAND;
import static cn.siyu.application.contact.port.ContactFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.ContactLedger;
import cn.siyu.domain.contact.RecipientUse;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [ContactLedgers] with its [RecipientQuotas] does.
public interface LedgersContract {
    CustomerId ANNA = new CustomerId(1);
    CustomerId BEN = new CustomerId(2);
    RecipientQuotas.Key KEY = new RecipientQuotas.Key(new IdentityId(5), ACCOUNT);
    LocalDate DAY = LocalDate.of(2026, 3, 10);

    /// No ledgers.
    ContactLedgers ledgers();

    /// No use of any quota.
    RecipientQuotas quotas();

    UnitOfWork work();

    @Test
    default void givesBackLedgersAsTheyWereKept() {
        var ledgers = ledgers();
        var once = ContactLedger.EMPTY.afterContact(NOW, ZoneOffset.UTC);
        var twice = once.afterContact(NOW.plusSeconds(86_400), ZoneOffset.UTC).ignoredOnce();
        work().run(() -> ledgers.add(BRAND, Map.of(ANNA, once, BEN, ContactLedger.EMPTY)));

        work().run(() -> {
            assertThat(ledgers.lock(BRAND, List.of(BEN, ANNA, new CustomerId(3))))
                    .isEqualTo(Map.of(ANNA, once, BEN, ContactLedger.EMPTY));
            ledgers.replace(BRAND, Map.of(ANNA, twice));
        });

        assertThat(ledgers.find(BRAND, List.of(ANNA))).isEqualTo(Map.of(ANNA, twice));
        assertThat(ledgers.find(new BrandId(2), List.of(ANNA))).isEmpty();
        assertThat(ledgers.find(BRAND, List.of())).isEmpty();
    }

    @Test
    default void refusesASecondFirstLedger() {
        work().run(() -> ledgers().add(BRAND, Map.of(ANNA, ContactLedger.EMPTY)));

        assertThatThrownBy(() -> work().run(() -> ledgers().add(BRAND, Map.of(ANNA, ContactLedger.EMPTY))))
                .isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void givesBackTheUseOfQuotas() {
        var quotas = quotas();
        var notOurs = new RecipientQuotas.Key(KEY.identity(), RecipientQuotas.NOT_OURS);
        var one = RecipientUse.NONE.plus(DAY);
        work().run(() -> quotas.add(BRAND, Map.of(KEY, one, notOurs, one.plus(DAY))));
        work().run(() -> quotas.replace(BRAND, Map.of(KEY, one.plus(DAY.plusDays(1)))));

        assertThat(quotas.of(BRAND, List.of(KEY.identity(), new IdentityId(6))))
                .isEqualTo(Map.of(KEY, one.plus(DAY.plusDays(1)), notOurs, one.plus(DAY)));
        assertThat(quotas.of(new BrandId(2), List.of(KEY.identity()))).isEmpty();
    }

    @Test
    default void refusesASecondFirstUse() {
        work().run(() -> quotas().add(BRAND, Map.of(KEY, RecipientUse.NONE)));

        assertThatThrownBy(() -> work().run(() -> quotas().add(BRAND, Map.of(KEY, RecipientUse.NONE))))
                .isInstanceOf(StaleAggregate.class);
    }
}
