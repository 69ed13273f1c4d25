package cn.siyu.application.insight;

import static cn.siyu.application.insight.ImportColumn.AMOUNT;
import static cn.siyu.application.insight.ImportColumn.AMOUNT_MINOR;
import static cn.siyu.application.insight.ImportColumn.CATEGORY;
import static cn.siyu.application.insight.ImportColumn.EXTERNAL_ID;
import static cn.siyu.application.insight.ImportColumn.EXTERNAL_USER_ID;
import static cn.siyu.application.insight.ImportColumn.GENDER;
import static cn.siyu.application.insight.ImportColumn.KIND;
import static cn.siyu.application.insight.ImportColumn.MEMBER_ID;
import static cn.siyu.application.insight.ImportColumn.NICKNAME;
import static cn.siyu.application.insight.ImportColumn.OCCURRED_AT;
import static cn.siyu.application.insight.ImportColumn.PAID_AT;
import static cn.siyu.application.insight.ImportColumn.PHONE;
import static cn.siyu.application.insight.ImportColumn.QUANTITY;
import static cn.siyu.application.insight.ImportColumn.SALES_CHANNEL;
import static cn.siyu.application.insight.ImportColumn.SKU;
import static cn.siyu.application.insight.ImportColumn.STORE;
import static cn.siyu.application.insight.ImportColumn.TOUCHPOINT;
import static cn.siyu.application.insight.ImportColumn.UNION_ID;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What an import brings, and in which columns.
public enum ImportKind {
    CUSTOMERS(Set.of(), List.of(NICKNAME, GENDER)),
    ORDERS(
            Set.of(EXTERNAL_ID, PAID_AT),
            List.of(EXTERNAL_ID, PAID_AT, AMOUNT_MINOR, AMOUNT, STORE, SALES_CHANNEL, SKU, CATEGORY, QUANTITY)),
    INTERACTIONS(Set.of(EXTERNAL_ID, KIND, OCCURRED_AT), List.of(EXTERNAL_ID, KIND, TOUCHPOINT, OCCURRED_AT));

    @SuppressWarnings("ImmutableEnumChecker") // it is made by List.of or Set.of
    private final Set<ImportColumn> required;

    @SuppressWarnings("ImmutableEnumChecker") // it is made by List.of or Set.of
    private final List<ImportColumn> own;

    ImportKind(Set<ImportColumn> required, List<ImportColumn> own) {
        this.required = required;
        this.own = own;
    }

    /// The columns that say who the customer is; every kind has them, and a row needs one.
    public static List<ImportColumn> identities() {
        return List.of(PHONE, UNION_ID, EXTERNAL_USER_ID, MEMBER_ID);
    }

    /// All columns that a file of this kind may have.
    public List<ImportColumn> columns() {
        return Stream.concat(identities().stream(), own.stream()).toList();
    }

    /// The columns without which no row of a file can be right.
    public Set<ImportColumn> required() {
        return required;
    }
}
