package cn.siyu.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.port.Raced;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.CustomersContract;
import cn.siyu.domain.brand.BrandId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Two that wait for each other: PostgreSQL lets one of them give way. On H2 one transaction writes
/// at a time.
class SqlUnitOfWorkTest {
    private static final BrandId BRAND = new BrandId(1);

    private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);

    @Test
    void tellsAnInterleavingThatCanBeRepeatedFromAFailure() throws Exception {
        var context = TestDatabase.POSTGRESQL.emptied();
        context.getBean(Customers.class)
                .add(BRAND, List.of(CustomersContract.aCustomer(1), CustomersContract.aCustomer(2)));
        var work = context.getBean(UnitOfWork.class);
        var sql = context.getBean(Sql.class);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(locking(work, sql, 1, 2));
            var other = threads.submit(locking(work, sql, 2, 1));

            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
        }
    }

    /// Whether it went through.
    private Callable<Boolean> locking(UnitOfWork work, Sql sql, long first, long second) {
        return () -> {
            try {
                return work.inTransaction(() -> {
                    sql.lock(BRAND, "customer", "id", List.of(first));
                    met();
                    sql.lock(BRAND, "customer", "id", List.of(second));
                    return true;
                });
            } catch (Raced gaveWay) {
                return false;
            }
        };
    }

    private void met() {
        try {
            bothHoldOne.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
