package cn.siyu.domain.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A variable (变量) that a text may hold, as `{{customer.nickname|朋友}}`. Each is defined once:
/// its path, the type of its value and what the value depends on.
public enum Variable {
    CUSTOMER_NICKNAME("customer.nickname", Type.TEXT, Scope.CUSTOMER, "Nickname of the customer", "客户昵称"),
    CUSTOMER_ADDED_ON("customer.addedOn", Type.DATE, Scope.CUSTOMER, "Day the customer was added", "客户添加日期"),
    ORDERS_COUNT("orders.count", Type.COUNT, Scope.CUSTOMER, "Number of orders", "订单数"),
    ORDERS_LAST_AMOUNT("orders.lastAmount", Type.MONEY, Scope.CUSTOMER, "Amount of the last order", "最近订单金额"),
    ORDERS_LAST_PAID_ON("orders.lastPaidOn", Type.DATE, Scope.CUSTOMER, "Day of the last order", "最近下单日期"),
    ORDERS_LAST_SKU("orders.lastSku", Type.TEXT, Scope.CUSTOMER, "First product of the last order", "最近购买的商品"),
    INVITATION_CODE("invitation.code", Type.TEXT, Scope.CUSTOMER, "Code of the customer's open invitation", "邀请口令"),
    STAFF_NAME("staff.name", Type.TEXT, Scope.ACCOUNT, "Name of the staff member who writes", "成员姓名"),
    STORE_NAME("store.name", Type.TEXT, Scope.ACCOUNT, "Store of the staff member", "门店名称"),
    BRAND_NAME("brand.name", Type.TEXT, Scope.BRAND, "Name of the brand", "品牌名称");

    /// The type of a variable's value: [VariableValue] has one record for each.
    public enum Type {
        TEXT,
        COUNT,
        MONEY,
        DATE
    }

    /// What a value depends on, from the least to the most particular.
    public enum Scope {
        /// The same for the whole brand.
        BRAND,
        /// One for each account that sends.
        ACCOUNT,
        /// One for each customer.
        CUSTOMER
    }

    private final String path;
    private final Type type;
    private final Scope scope;

    @SuppressWarnings("ImmutableEnumChecker") // a record of two strings
    private final Wording label;

    Variable(String path, Type type, Scope scope, String en, String zh) {
        this.path = path;
        this.type = type;
        this.scope = scope;
        this.label = new Wording(en, zh);
    }

    /// How it is written between the braces.
    public String path() {
        return path;
    }

    /// The type of its value.
    public Type type() {
        return type;
    }

    /// What its value depends on.
    public Scope scope() {
        return scope;
    }

    /// What operators call it.
    public Wording label() {
        return label;
    }

    /// The variable of that exact path.
    public static Optional<Variable> of(String path) {
        return Arrays.stream(values()).filter(v -> v.path.equals(path)).findFirst();
    }

    static Optional<String> nearest(String path) {
        return Arrays.stream(values())
                .filter(v -> v.label.zh().equals(path))
                .map(Variable::path)
                .findFirst()
                .or(() -> Spelling.nearest(path, paths()));
    }

    static List<String> paths() {
        return Arrays.stream(values()).map(Variable::path).toList();
    }
}
