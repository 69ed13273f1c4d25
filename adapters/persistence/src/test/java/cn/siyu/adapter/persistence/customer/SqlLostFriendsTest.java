package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.customer.port.LostFriends;
import cn.siyu.application.customer.port.LostFriendsContract;
import cn.siyu.application.customer.port.Relationships;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlLostFriendsTest {
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

    abstract static class OnDatabase implements LostFriendsContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public Ports ports() {
            return new Ports(context.getBean(LostFriends.class), context.getBean(Relationships.class));
        }
    }
}
