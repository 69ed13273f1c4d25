package cn.siyu.application.customer.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [Customers] does.
public interface CustomersContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    /// A repository without customers.
    Customers customers();

    /// A customer with a number.
    static Customer aCustomer(long number) {
        return new Customer(
                new CustomerId(number),
                PublicId.of(NOW, number, number),
                "小明 " + number,
                Customer.Gender.FEMALE,
                number % 2 == 0 ? null : ZoneId.of("Asia/Urumqi"),
                false,
                1,
                NOW,
                NOW);
    }

    @Test
    default void findsCustomersByTheirNumbers() {
        var customers = customers();
        customers.add(BRAND, List.of(aCustomer(1), aCustomer(2)));

        assertThat(customers.find(BRAND, new CustomerId(1))).contains(aCustomer(1));
        assertThat(customers.findAll(BRAND, List.of(new CustomerId(2), new CustomerId(3))))
                .containsExactly(aCustomer(2));
        assertThat(customers.findAll(BRAND, List.of())).isEmpty();
        assertThat(customers.byPublicId(BRAND, aCustomer(2).publicId())).contains(aCustomer(2));
        assertThat(customers.byPublicIds(
                        BRAND, List.of(aCustomer(2).publicId(), aCustomer(3).publicId())))
                .isEqualTo(Map.of(aCustomer(2).publicId(), new CustomerId(2)));
    }

    @Test
    default void keepsBrandsApart() {
        var customers = customers();
        customers.add(BRAND, List.of(aCustomer(1)));
        var other = new BrandId(2);

        assertThat(customers.find(other, new CustomerId(1))).isEmpty();
        assertThat(customers.findAll(other, List.of(new CustomerId(1)))).isEmpty();
        assertThat(customers.byPublicId(other, aCustomer(1).publicId())).isEmpty();
        assertThat(customers.byPublicIds(other, List.of(aCustomer(1).publicId())))
                .isEmpty();
    }

    @Test
    default void replacesOnlyWhatNobodyChanged() {
        var customers = customers();
        var was = aCustomer(1);
        customers.add(BRAND, List.of(was));
        var is = new Customer(
                was.id(),
                was.publicId(),
                null,
                Customer.Gender.UNKNOWN,
                null,
                was.blacklisted(),
                2,
                NOW,
                NOW.plusSeconds(5));

        customers.replace(BRAND, is);

        assertThat(customers.find(BRAND, was.id())).contains(is);
        assertThatThrownBy(() -> customers.replace(BRAND, is)).isInstanceOf(StaleAggregate.class);
    }
}
