package cn.siyu.application.sop.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.customer.port.InMemoryRelationships;
import cn.siyu.application.customer.port.InMemorySight;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.Facts;
import cn.siyu.domain.audience.Value;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.sop.SopNaming.Kind;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

class InMemorySopTest {
    @Nested
    class OfSops implements SopsContract {
        private final InMemoryStore store = new InMemoryStore();
        private final Sops sops = new InMemorySops(store);
        private final SopVersions versions = new InMemorySopVersions(store);

        @Override
        public Sops sops() {
            return sops;
        }

        @Override
        public SopVersions versions() {
            return versions;
        }

        @Override
        public UnitOfWork work() {
            return store;
        }
    }

    @Nested
    class OfChanges implements SopChangesContract {
        private final SopChanges changes = new InMemorySopChanges(new InMemoryStore());

        @Override
        public SopChanges changes() {
            return changes;
        }
    }

    private static final class Service {
        private final InMemoryStore store = new InMemoryStore();
        private final InMemoryRelationships relationships = new InMemoryRelationships(store);
        private final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(store);
        private final InMemorySight sight = new InMemorySight(relationships, accounts);

        void serve(long relationship, CustomerId customer, StaffId staff, DepartmentId department, boolean live) {
            var account = SopFixtures.anAccount(relationship + 10, staff, department);
            accounts.add(SopFixtures.BRAND, account);
            relationships.add(SopFixtures.BRAND, SopFixtures.aRelationship(relationship, customer, account.id(), live));
        }

        InMemoryEnrolments enrolments(InMemoryStore store) {
            return new InMemoryEnrolments(
                    store,
                    (customer, seen) -> sight.customer(SopFixtures.BRAND, seen, customer),
                    (relationship, seen) -> sight.within(SopFixtures.BRAND, seen, relationship));
        }
    }

    @Nested
    class OfEnrolments implements EnrolmentsContract {
        private final InMemoryStore store = new InMemoryStore();
        private final Service service = new Service();
        private final Enrolments enrolments = service.enrolments(store);

        @Override
        public Enrolments enrolments() {
            return enrolments;
        }

        @Override
        public UnitOfWork work() {
            return store;
        }

        @Override
        public void serve(
                long relationship, CustomerId customer, StaffId staff, DepartmentId department, boolean live) {
            service.serve(relationship, customer, staff, department, live);
        }
    }

    @Nested
    class OfWaves implements WavesContract {
        private final Waves waves = new InMemoryWaves(new InMemoryStore());

        @Override
        public Waves waves() {
            return waves;
        }
    }

    @Nested
    class OfAudiences implements AudiencesContract {
        private final Service service = new Service();
        private final InMemoryEnrolments enrolments = service.enrolments(new InMemoryStore());
        private final InMemoryAudiences audiences = new InMemoryAudiences(enrolments);

        @Override
        public Audiences audiences() {
            return audiences;
        }

        @Override
        public Enrolments enrolments() {
            return enrolments;
        }

        @Override
        public void serve(
                long relationship, CustomerId customer, StaffId staff, DepartmentId department, boolean live) {
            service.serve(relationship, customer, staff, department, live);
        }

        @Override
        public void customer(long number, String nickname, @Nullable ZoneId zone) {
            var customer = new Customer(
                    new CustomerId(number),
                    SopFixtures.publicId(number),
                    nickname,
                    Customer.Gender.UNKNOWN,
                    zone,
                    false,
                    1,
                    SopFixtures.NOW,
                    SopFixtures.NOW);
            Facts facts = field -> field.equals(CustomerField.NICKNAME.field()) ? new Value.Text(nickname) : null;
            audiences.put(SopFixtures.BRAND, customer, facts);
        }
    }

    @Nested
    class OfReferences implements ReferenceBookContract {
        private final InMemoryReferenceBook book = new InMemoryReferenceBook();

        @Override
        public ReferenceBook book() {
            return book;
        }

        @Override
        public void put(Kind kind, long number, boolean archived) {
            book.put(SopFixtures.BRAND, kind, number, SopFixtures.publicId(number));
            if (archived) {
                book.archive(SopFixtures.BRAND, kind, number);
            }
        }
    }
}
