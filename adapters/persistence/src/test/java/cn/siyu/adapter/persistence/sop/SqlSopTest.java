package cn.siyu.adapter.persistence.sop;

import static cn.siyu.application.sop.port.SopFixtures.BRAND;
import static cn.siyu.application.sop.port.SopFixtures.NOW;
import static cn.siyu.application.sop.port.SopFixtures.publicId;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.sop.port.Audiences;
import cn.siyu.application.sop.port.AudiencesContract;
import cn.siyu.application.sop.port.Enrolments;
import cn.siyu.application.sop.port.EnrolmentsContract;
import cn.siyu.application.sop.port.ReferenceBook;
import cn.siyu.application.sop.port.ReferenceBookContract;
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
            implements SopsContract, EnrolmentsContract, WavesContract, AudiencesContract, ReferenceBookContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public Sops sops() {
            return context.getBean(Sops.class);
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
        public void serve(CustomerId customer, StaffId staff, DepartmentId department) {
            sql().update("""
                            INSERT INTO channel_account (brand, id, public_id, channel, connection, address, name, staff,
                              department, total_cap, daily_cap, works_from, works_until, work_days, state, health, version, created_at, updated_at)
                            VALUES (?, 60, ?, 'WECOM', 'main', 'zhang', '张', ?, ?, 10, 10, '09:00', '18:00', '', 'ACTIVE', 'HEALTHY', 1, ?, ?)""", BRAND, publicId(60), staff.value(), department.value(), NOW, NOW);
            sql().update("""
                            INSERT INTO relationship (brand, id, public_id, customer, account, identity, add_way, added_at,
                              silenced_times, trust, trust_social, trust_as_of, version, created_at, updated_at)
                            VALUES (?, 50, ?, ?, 60, 1, 0, ?, 0, 0, 0, ?, 1, ?, ?)""", BRAND, publicId(50), customer, NOW, NOW, NOW, NOW);
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
