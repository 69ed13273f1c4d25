package cn.siyu.adapter.persistence.trust;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.TrustSubject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/// How the subjects of trust are written in keys: B and the customer's number, S and the
/// relationship's.
final class TrustKeys {
    static final String BRAND = "B";
    static final String SOCIAL = "S";

    private TrustKeys() {}

    static String kind(TrustSubject subject) {
        return switch (subject) {
            case TrustSubject.Brand _ -> BRAND;
            case TrustSubject.Social _ -> SOCIAL;
        };
    }

    static long number(TrustSubject subject) {
        return switch (subject) {
            case TrustSubject.Brand(var customer) -> customer.value();
            case TrustSubject.Social(var relationship) -> relationship.value();
        };
    }

    static TrustSubject subject(Row row) throws SQLException {
        long number = row.number("subject");
        return row.text("subject_kind").equals(BRAND)
                ? new TrustSubject.Brand(new CustomerId(number))
                : new TrustSubject.Social(new RelationshipId(number));
    }

    /// The numbers of the subjects of each kind, so that both databases use the index of the key.
    static Map<String, Wanted> byKind(Collection<TrustSubject> subjects) {
        return Map.of(BRAND, numbers(subjects, BRAND), SOCIAL, numbers(subjects, SOCIAL));
    }

    private static Wanted numbers(Collection<TrustSubject> subjects, String kind) {
        return Wanted.numbers(subjects.stream()
                .filter(subject -> kind(subject).equals(kind))
                .map(TrustKeys::number)
                .toList());
    }
}
