package cn.siyu.adapter.persistence.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.adapter.persistence.GivenRows;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.trust.RecordEvidence.EvidenceFact;
import cn.siyu.application.trust.TrustPorts;
import cn.siyu.application.trust.TrustUseCases;
import cn.siyu.application.trust.TrustUseCasesContract;
import cn.siyu.application.trust.port.EvidenceLog;
import cn.siyu.application.trust.port.TrustComparisons;
import cn.siyu.application.trust.port.TrustComparisons.By;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlTrustComparisonsTest {
    private static final Instant AT = TrustUseCasesContract.DAY_0;
    private static final Sight ALL = new Sight.Everything();

    /// A customer with two live relationships on account 5, who bought once in the first.
    private static TrustComparisons given(TestDatabase database) {
        var context = database.emptied();
        var rows = new GivenRows(context.getBean(Sql.class), AT);
        rows.account(PublicId.of(AT, 5, 5));
        rows.staff(PublicId.of(AT, 6, 6));
        rows.store(PublicId.of(AT, 1, 1));
        var ports = new TrustPorts(
                context.getBean(UnitOfWork.class),
                context.getBean(Brands.class),
                context.getBean(IdSource.class),
                context.getBean(Customers.class),
                context.getBean(Relationships.class),
                context.getBean(EvidenceLog.class),
                context.getBean(TrustLedger.class),
                new ChannelAccountId(5));
        TrustUseCasesContract contract = () -> ports;
        contract.world();
        ports.work()
                .run(() -> TrustUseCases.record(ports)
                        .record(
                                TrustUseCasesContract.BRAND,
                                List.of(new EvidenceFact(
                                        "PURCHASED",
                                        TrustUseCasesContract.CUSTOMER,
                                        TrustUseCasesContract.OLD,
                                        AT,
                                        AT,
                                        1,
                                        "p"))));
        return context.getBean(TrustComparisons.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void addsUpLiveRelationshipsByWhateverIsAsked(TestDatabase database) {
        var comparisons = given(database);

        for (By by : By.values()) {
            var groups = comparisons.groups(TrustUseCasesContract.BRAND, ALL, by, "test");
            assertThat(groups).as(by.name()).hasSize(1);
            var group = groups.getFirst();
            assertThat(group.trust().count()).isEqualTo(2);
            assertThat(group.trust().squares())
                    .isGreaterThanOrEqualTo(group.trust().sum() * group.trust().sum() / 2);
            assertThat(group.brand().sum()).isCloseTo(2 * 50.0, within(1e-6));
        }
        assertThat(comparisons
                        .groups(TrustUseCasesContract.BRAND, ALL, By.STAFF, "test")
                        .getFirst()
                        .name())
                .isEqualTo("Zhang");
        assertThat(comparisons
                        .groups(TrustUseCasesContract.BRAND, ALL, By.STORE, "test")
                        .getFirst()
                        .id())
                .isEqualTo(PublicId.of(AT, 1, 1));
        assertThat(comparisons
                        .groups(TrustUseCasesContract.BRAND, ALL, By.CHANNEL, "test")
                        .getFirst()
                        .code())
                .isEqualTo("WECOM");
        assertThat(comparisons
                        .groups(TrustUseCasesContract.BRAND, ALL, By.SOURCE, "test")
                        .getFirst()
                        .name())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void leavesOutWhatAnotherEditionReadAndWhatIsNotSeen(TestDatabase database) {
        var comparisons = given(database);
        var brand = TrustUseCasesContract.BRAND;
        Sight there = new Sight.InDepartments(Set.of(new DepartmentId(1)));
        Sight elsewhere = new Sight.InDepartments(Set.of(new DepartmentId(2)));

        assertThat(comparisons.groups(brand, ALL, By.STAFF, "other")).isEmpty();
        assertThat(comparisons.otherwiseRead(brand, ALL, "other")).isEqualTo(2);
        assertThat(comparisons.otherwiseRead(brand, ALL, "test")).isZero();
        assertThat(comparisons.groups(brand, there, By.STAFF, "test")).hasSize(1);
        assertThat(comparisons.groups(brand, elsewhere, By.STAFF, "test")).isEmpty();
        assertThat(comparisons.otherwiseRead(brand, elsewhere, "other")).isZero();
    }
}
