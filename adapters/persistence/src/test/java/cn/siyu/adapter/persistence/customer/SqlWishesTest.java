package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.CustomersContract;
import cn.siyu.application.customer.port.Wishes;
import cn.siyu.application.customer.port.WishesContract;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import org.junit.jupiter.api.Nested;

class SqlWishesTest {
    @Nested
    class OnH2 extends OnDatabase {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends OnDatabase {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    abstract static class OnDatabase implements WishesContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public Wishes wishes() {
            context.getBean(Customers.class).add(BRAND, List.of(CustomersContract.aCustomer(CUSTOMER.value())));
            return context.getBean(Wishes.class);
        }
    }
}
