package cn.siyu.adapter.persistence.sop;

import static cn.siyu.application.sop.port.SopFixtures.BRAND;
import static cn.siyu.application.sop.port.SopFixtures.NOW;
import static cn.siyu.application.sop.port.SopFixtures.publicId;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.CustomersContract;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.sop.port.Audiences;
import cn.siyu.application.sop.port.AudiencesContract;
import cn.siyu.application.sop.port.Enrolments;
import cn.siyu.application.sop.port.EnrolmentsContract;
import cn.siyu.application.sop.port.ReferenceBook;
import cn.siyu.application.sop.port.ReferenceBookContract;
import cn.siyu.application.sop.port.SopChanges;
import cn.siyu.application.sop.port.SopChangesContract;
import cn.siyu.application.sop.port.SopFixtures;
import cn.siyu.application.sop.port.SopVersions;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.application.sop.port.SopsContract;
import cn.siyu.application.sop.port.Waves;
import cn.siyu.application.sop.port.WavesContract;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.sop.SopNaming.Kind;
import io.micronaut.context.ApplicationContext;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

class SqlSopTest {
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

    abstract static class OnDatabase
            implements SopsContract,
                    SopChangesContract,
                    EnrolmentsContract,
                    WavesContract,
                    AudiencesContract,
                    ReferenceBookContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public Sops sops() {
            return context.getBean(Sops.class);
        }

        @Override
        public SopChanges changes() {
            return context.getBean(SopChanges.class);
        }

        @Override
        public SopVersions versions() {
            return context.getBean(SopVersions.class);
        }

        @Override
        public Enrolments enrolments() {
            return context.getBean(Enrolments.class);
        }

        @Override
        public Waves waves() {
            return context.getBean(Waves.class);
        }

        @Override
        public Audiences audiences() {
            return context.getBean(Audiences.class);
        }

        @Override
        public ReferenceBook book() {
            return context.getBean(ReferenceBook.class);
        }

        @Override
        public UnitOfWork work() {
            return context.getBean(UnitOfWork.class);
        }

        private Sql sql() {
            return context.getBean(Sql.class);
        }

        @Override
        public void customer(long number, String nickname, @Nullable ZoneId zone) {
            context.getBean(Customers.class)
                    .add(
                            BRAND,
                            List.of(new Customer(
                                    new CustomerId(number),
                                    publicId(number),
                                    nickname,
                                    Customer.Gender.UNKNOWN,
                                    zone,
                                    false,
                                    1,
                                    NOW,
                                    NOW)));
        }

        @Override
        public void serve(
                long relationship, CustomerId customer, StaffId staff, DepartmentId department, boolean live) {
            var customers = context.getBean(Customers.class);
            if (customers.find(BRAND, customer).isEmpty()) {
                customers.add(BRAND, List.of(CustomersContract.aCustomer(customer.value())));
            }
            var account = SopFixtures.anAccount(relationship + 10, staff, department);
            context.getBean(ChannelAccounts.class).add(BRAND, account);
            context.getBean(Relationships.class)
                    .add(BRAND, SopFixtures.aRelationship(relationship, customer, account.id(), live));
        }

        @Override
        public void put(Kind kind, long number, boolean archived) {
            @Nullable Object archivedAt = archived ? NOW : null;
            switch (kind) {
                case MATERIAL -> sql().update("""
                                    INSERT INTO material (brand, id, public_id, name, template, attachments, archived_at,
                                      version, created_at, updated_at) VALUES (?, ?, ?, 'x', 'x', '[]', ?, 1, ?, ?)""", BRAND, number, publicId(number), archivedAt, NOW, NOW);
                case TAG -> sql().update("""
                                    INSERT INTO tag (brand, id, public_id, group_name, name, version, created_at,
                                      updated_at) VALUES (?, ?, ?, 'x', ?, 1, ?, ?)""", BRAND, number, publicId(number), "t" + number, NOW, NOW);
                case CONTACT_WAY ->
                    sql().update(
                                    """
                                    INSERT INTO contact_way (brand, id, public_id, code, name, state, rule, archived_at,
                                      version, created_at, updated_at) VALUES (?, ?, ?, ?, 'x', ?, 'x', ?, 1, ?, ?)""",
                                    BRAND,
                                    number,
                                    publicId(number),
                                    "c" + number,
                                    "s" + number,
                                    archivedAt,
                                    NOW,
                                    NOW);
            }
        }
    }
}
