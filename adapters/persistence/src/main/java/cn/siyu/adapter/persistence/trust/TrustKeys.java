package cn.siyu.adapter.persistence.trust;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.TrustSubject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// How the subjects of trust are written in keys: B and the customer's number, S and the relationship's.
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

    /// A condition per kind of subject, so that both databases use the index of the key.
    static List<Condition> conditions(Collection<TrustSubject> subjects) {
        var conditions = new ArrayList<Condition>();
        for (String kind : List.of(BRAND, SOCIAL)) {
            var numbers = subjects.stream()
                    .filter(subject -> kind(subject).equals(kind))
                    .map(TrustKeys::number)
                    .distinct()
                    .toList();
            if (!numbers.isEmpty()) {
                conditions.add(new Condition(
                        "brand = ? AND subject_kind = ? AND subject IN (" + Sql.marks(numbers.size()) + ")",
                        kind,
                        numbers));
            }
        }
        return conditions;
    }

    /// A condition with its parameters.
    ///
    /// @param text for brand, kind and numbers, in this order
    record Condition(String text, String kind, List<Long> numbers) {}
}
