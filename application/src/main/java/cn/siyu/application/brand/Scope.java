package cn.siyu.application.brand;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What an API key may do (权限范围). A key has any number of them; having none it can only find
/// out that it is valid.
public enum Scope {
    /// Make brands and see all of them. Only keys that belong to no brand have it.
    INSTALLATION("installation"),
    BRANDS_READ,
    BRANDS_WRITE,
    DEPARTMENTS_READ,
    DEPARTMENTS_WRITE,
    STAFF_READ,
    STAFF_WRITE,
    CHANNEL_ACCOUNTS_READ("channel-accounts:read"),
    CHANNEL_ACCOUNTS_WRITE("channel-accounts:write"),
    CONTACT_WAYS_READ("contact-ways:read"),
    CONTACT_WAYS_WRITE("contact-ways:write"),
    CUSTOMERS_READ,
    CUSTOMERS_WRITE,
    /// See phone numbers and names in clear; without it they are masked.
    CUSTOMERS_PII,
    CUSTOMERS_EXPORT,
    TAGS_READ,
    TAGS_WRITE,
    MATERIALS_READ,
    MATERIALS_WRITE,
    SEGMENTS_READ,
    SEGMENTS_WRITE,
    SOPS_READ,
    SOPS_WRITE,
    ENROLMENTS_READ,
    ENROLMENTS_WRITE,
    WAVES_READ,
    WAVES_WRITE,
    SENDS_READ,
    SENDS_WRITE,
    TASKS_READ,
    TASKS_WRITE,
    ORDERS_READ,
    ORDERS_WRITE,
    INTERACTIONS_READ,
    INTERACTIONS_WRITE,
    IMPORTS_READ,
    IMPORTS_WRITE,
    /// See what waits for a person between a brand and its channels.
    TROUBLES_READ,
    /// Try it again.
    TROUBLES_WRITE,
    SYNCHRONIZATIONS_READ,
    /// Compare all contacts with a channel's, and take over what differs.
    SYNCHRONIZATIONS_WRITE,
    /// See what goes to colleagues when somebody leaves or moves on.
    INHERITANCES_READ,
    /// Give customers and groups to colleagues.
    INHERITANCES_WRITE,
    POLICIES_READ,
    POLICIES_WRITE,
    REPORTS_READ,
    /// Advance the clock of a sandbox.
    CLOCK_WRITE,
    API_KEYS_READ("api-keys:read"),
    API_KEYS_WRITE("api-keys:write"),
    AUDIT_READ,
    ERASURE_WRITE;

    private final String code;

    Scope() {
        this.code = name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    Scope(String code) {
        this.code = code;
    }

    /// How it is written, such as `customers:read`.
    public String code() {
        return code;
    }

    /// Finds a scope as it is written.
    public static Optional<Scope> of(String code) {
        return Stream.of(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }
}
