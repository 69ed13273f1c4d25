package cn.siyu.adapter.persistence.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.GivenRows;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.CustomersContract;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.insight.port.Losses;
import cn.siyu.application.insight.port.Losses.Row;
import cn.siyu.application.sop.port.SopFixtures;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlLossesTest {
    private static final BrandId BRAND = SopFixtures.BRAND;
    private static final Duration DAY = Duration.ofDays(1);

    /// Of three relationships the customer ended one, a member another.
    private static Losses given(TestDatabase database) {
        var context = database.emptied();
        var sql = context.getBean(Sql.class);
        var rows = new GivenRows(sql, SopFixtures.NOW);
        rows.account(SopFixtures.publicId(5));
        rows.store(SopFixtures.publicId(1));
        context.getBean(UnitOfWork.class).run(() -> {
            context.getBean(Customers.class)
                    .add(BRAND, List.of(CustomersContract.aCustomer(7), CustomersContract.aCustomer(8)));
            var relationships = context.getBean(Relationships.class);
            relationships.add(BRAND, SopFixtures.aRelationship(20, new CustomerId(7), new ChannelAccountId(5), false));
            relationships.add(BRAND, SopFixtures.aRelationship(21, new CustomerId(8), new ChannelAccountId(5), false));
            relationships.add(BRAND, SopFixtures.aRelationship(22, new CustomerId(8), new ChannelAccountId(5), true));
        });
        sql.update("UPDATE relationship SET ended_by = 'STAFF' WHERE brand = 1 AND id = 21");
        sql.update("UPDATE customer_state SET lost = TRUE WHERE brand = 1 AND customer = 7");
        return context.getBean(Losses.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void tellApartWhoEndedThem(TestDatabase database) {
        var losses = given(database);
        var store = SopFixtures.publicId(1);

        assertThat(losses.rows(BRAND, new Sight.Everything(), SopFixtures.NOW, SopFixtures.NOW.plus(DAY)))
                .containsExactly(
                        new Row(store, "Store 1", Relationship.By.CUSTOMER, 1, 1),
                        new Row(store, "Store 1", Relationship.By.STAFF, 1, 0));
        assertThat(losses.rows(
                        BRAND,
                        new Sight.Everything(),
                        SopFixtures.NOW.plus(DAY),
                        SopFixtures.NOW.plus(DAY).plus(DAY)))
                .isEmpty();
        assertThat(losses.rows(
                        BRAND,
                        new Sight.InDepartments(Set.of(new DepartmentId(2))),
                        SopFixtures.NOW,
                        SopFixtures.NOW.plus(DAY)))
                .isEmpty();
    }
}
