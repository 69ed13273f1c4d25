package cn.siyu.application.sop.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.Facts;
import cn.siyu.domain.audience.Value;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.sop.SopNaming.Kind;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
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

    private static final class Service {
        private record Served(StaffId staff, DepartmentId department) {}

        private final Map<CustomerId, Served> served = new HashMap<>();

        void serve(CustomerId customer, StaffId staff, DepartmentId department) {
            served.put(customer, new Served(staff, department));
        }

        boolean serves(CustomerId customer, Part part) {
            var by = served.get(customer);
            return by != null
                    && switch (part) {
                        case Part.OfStaff(var staff) -> by.staff().equals(staff);
                        case Part.OfDepartments(var departments) -> departments.contains(by.department());
                    };
        }
    }

    @Nested
    class OfEnrolments implements EnrolmentsContract {
        private final InMemoryStore store = new InMemoryStore();
        private final Service service = new Service();
        private final Enrolments enrolments = new InMemoryEnrolments(store, service::serves);

        @Override
        public Enrolments enrolments() {
            return enrolments;
        }

        @Override
        public UnitOfWork work() {
            return store;
        }

        @Override
        public void serve(CustomerId customer, StaffId staff, DepartmentId department) {
            service.serve(customer, staff, department);
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
        private final InMemoryEnrolments enrolments = new InMemoryEnrolments(new InMemoryStore(), service::serves);
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
        public void serve(CustomerId customer, StaffId staff, DepartmentId department) {
            service.serve(customer, staff, department);
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
