package cn.siyu.application.trust;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelationshipEvidenceTest {
    private final TrustPorts ports = new InMemoryTrustUseCasesTest().world();
    private final RelationshipEvidence evidence = new RelationshipEvidence(ports.record(), ports.project());

    @Test
    void countsAnAddByAStrongSource() {
        evidence.changed(TrustUseCasesContract.BRAND, null, relationship(1, null));

        assertThat(kinds()).containsExactly(EvidenceKind.ADDED_BY_STRONG_SOURCE);
    }

    @Test
    void countsNothingForAWeakSource() {
        evidence.changed(TrustUseCasesContract.BRAND, null, relationship(2, null));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void countsALossThatTheCustomerChose() {
        var live = relationship(2, null);
        evidence.changed(TrustUseCasesContract.BRAND, live, relationship(2, ended(Relationship.By.STAFF, 5)));
        assertThat(kinds()).isEmpty();

        evidence.changed(TrustUseCasesContract.BRAND, live, relationship(2, ended(Relationship.By.CUSTOMER, 5)));
        assertThat(kinds()).containsExactly(EvidenceKind.DELETED);
    }

    @Test
    void movesALossThatTurnsOutToBeEarlier() {
        var late = relationship(2, ended(Relationship.By.CUSTOMER, 9));
        evidence.changed(TrustUseCasesContract.BRAND, null, late);
        evidence.changed(TrustUseCasesContract.BRAND, late, relationship(2, ended(Relationship.By.CUSTOMER, 5)));

        assertThat(ports.log().newestOf(TrustUseCasesContract.BRAND, TrustUseCasesContract.CUSTOMER, 9))
                .singleElement()
                .satisfies(entry -> assertThat(entry.dated().effectiveAt()).isEqualTo(at(5)));
    }

    private List<EvidenceKind> kinds() {
        return ports.log().newestOf(TrustUseCasesContract.BRAND, TrustUseCasesContract.CUSTOMER, 9).stream()
                .map(entry -> entry.dated().evidence().kind())
                .toList();
    }

    private static Relationship.Ended ended(Relationship.By by, int second) {
        return new Relationship.Ended(by, at(second));
    }

    private static Instant at(int second) {
        return TrustUseCasesContract.DAY_0.minusSeconds(60).plusSeconds(second);
    }

    private Relationship relationship(int addWay, Relationship.@Nullable Ended ended) {
        var any = ports.relationships()
                .find(TrustUseCasesContract.BRAND, TrustUseCasesContract.OLD)
                .orElseThrow();
        return new Relationship(
                any.id(),
                any.publicId(),
                any.customer(),
                any.account(),
                any.identity(),
                null,
                null,
                addWay,
                at(0),
                ended,
                null,
                null,
                2,
                any.createdAt(),
                any.updatedAt());
    }
}
