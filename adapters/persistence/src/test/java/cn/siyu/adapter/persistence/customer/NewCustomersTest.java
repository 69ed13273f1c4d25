package cn.siyu.adapter.persistence.customer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.CustomersContract;
import cn.siyu.application.customer.port.InitialTrust;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A new customer's row holds from the start what its brand makes people trust it at first.
class NewCustomersTest {
    private static final BrandId BRAND = new BrandId(1);

    @ParameterizedTest
    @EnumSource
    void beginWithTheTrustOfTheirBrand(TestDatabase database) {
        var context = database.emptied();
        var read = new InitialTrust(37.5, .25, Instant.parse("2026-07-01T08:00:00Z"), "trust-7");

        context.getBean(Customers.class).add(BRAND, List.of(CustomersContract.aCustomer(1)), read);

        assertThat(context.getBean(Sql.class)
                        .list(
                                "SELECT trust_brand, confidence, trust_as_of, trust_edition FROM customer_state"
                                        + " WHERE brand = ? AND customer = 1 AND trust IS NULL AND trust_social IS NULL",
                                row -> new InitialTrust(
                                        row.real("trust_brand"),
                                        row.real("confidence"),
                                        row.instant("trust_as_of"),
                                        row.text("trust_edition")),
                                BRAND))
                .containsExactly(read);
    }
}
