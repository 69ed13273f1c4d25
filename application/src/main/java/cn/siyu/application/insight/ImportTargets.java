package cn.siyu.application.insight;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.customer.RegisterCustomer;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.insight.InteractionKind;
import cn.siyu.domain.insight.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What rows of each kind become, through the same use cases as single facts:
///
/// ```text
/// CUSTOMERS     phone | unionId | externalUserId | memberId, nickname, gender
/// ORDERS        externalId, (identity), paidAt, amountMinor, store, salesChannel, sku, category, quantity
/// INTERACTIONS  externalId, (identity), kind, touchpoint, occurredAt
/// ```
public final class ImportTargets {
    private final Brands brands;
    private final RegisterCustomer register;
    private final RecordOrders orders;
    private final RecordInteractions interactions;

    public ImportTargets(
            Brands brands, RegisterCustomer register, RecordOrders orders, RecordInteractions interactions) {
        this.brands = brands;
        this.register = register;
        this.orders = orders;
        this.interactions = interactions;
    }

    /// How many rows changed something, and how many were known.
    record Tally(int applied, int repeated) {}

    private enum Result {
        APPLIED,
        REPEATED,
        FAILED
    }

    Tally apply(BrandId brand, ImportKind kind, String source, List<RowReader> rows) {
        return switch (kind) {
            case CUSTOMERS ->
                send(
                        rows,
                        ImportTargets::claim,
                        claims -> register.handle(new RegisterCustomer.Command(brand, claims)),
                        ImportTargets::told);
            case ORDERS -> {
                var currency = brands.find(brand).orElseThrow().currency();
                yield send(
                        rows,
                        row -> order(row, source, currency),
                        items -> orders.handle(new RecordOrders.Command(brand, items)),
                        ImportTargets::told);
            }
            case INTERACTIONS ->
                send(
                        rows,
                        row -> interaction(row, source),
                        items -> interactions.handle(new RecordInteractions.Command(brand, items)),
                        ImportTargets::told);
        };
    }

    @FunctionalInterface
    private interface Teller<T> {
        Result tell(RowReader row, T outcome);
    }

    /// Rows without a mistake go to their use case together; what it refuses becomes a mistake of the row.
    private static <I, O> Tally send(
            List<RowReader> rows,
            Function<RowReader, Optional<I>> reader,
            Function<List<I>, List<O>> useCase,
            Teller<O> teller) {
        var sent = new ArrayList<RowReader>();
        var items = new ArrayList<I>();
        BiConsumer<RowReader, I> add = (row, item) -> {
            sent.add(row);
            items.add(item);
        };
        rows.stream()
                .filter(row -> row.mistakes().isEmpty())
                .forEach(row -> reader.apply(row).ifPresent(item -> add.accept(row, item)));
        int applied = 0;
        int repeated = 0;
        var outcomes = items.isEmpty() ? List.<O>of() : useCase.apply(items);
        for (int i = 0; i < outcomes.size(); i++) {
            switch (teller.tell(sent.get(i), outcomes.get(i))) {
                case APPLIED -> applied++;
                case REPEATED -> repeated++;
                case FAILED -> {
                    // told as a mistake of the row
                }
            }
        }
        return new Tally(applied, repeated);
    }

    private static <T> Optional<T> ifSound(RowReader row, Supplier<T> item) {
        return row.mistakes().isEmpty() ? Optional.of(item.get()) : Optional.empty();
    }

    private static Optional<Claim> claim(RowReader row) {
        var identities = row.identities();
        var nickname = row.text("nickname", 100);
        var gender = gender(row);
        return ifSound(row, () -> new Claim(identities, IdentitySource.IMPORT, new Profile(nickname, gender, null)));
    }

    private static Customer.Gender gender(RowReader row) {
        @Nullable String value = row.text("gender", 20);
        return switch (value == null ? "" : value.toUpperCase(Locale.ROOT)) {
            case "" -> Customer.Gender.UNKNOWN;
            case "MALE", "M", "男" -> Customer.Gender.MALE;
            case "FEMALE", "F", "女" -> Customer.Gender.FEMALE;
            case "UNKNOWN", "未知" -> Customer.Gender.UNKNOWN;
            default -> {
                row.mistake("gender", "not-a-gender", "write MALE, FEMALE or UNKNOWN (男, 女, 未知)");
                yield Customer.Gender.UNKNOWN;
            }
        };
    }

    private static Optional<RecordOrders.Item> order(RowReader row, String source, String currency) {
        var key = row.key("externalId");
        var identities = row.identities();
        var paidAt = row.time("paidAt");
        long amount = row.amount("amountMinor");
        var store = row.text("store", 120);
        var salesChannel = row.text("salesChannel", 40);
        var lines = lines(row, amount);
        return ifSound(
                row,
                () -> new RecordOrders.Item(
                        new ExternalKey(source, key),
                        identities,
                        paidAt,
                        amount,
                        currency,
                        store,
                        salesChannel == null ? "UNKNOWN" : salesChannel,
                        lines));
    }

    private static List<Order.Line> lines(RowReader row, long amount) {
        var sku = row.text("sku", 80);
        var category = row.text("category", 80);
        var quantity = row.text("quantity", 9);
        if (sku == null) {
            return List.of();
        }
        if (quantity != null && !quantity.matches("[1-9][0-9]{0,8}")) {
            row.mistake("quantity", "not-a-quantity", "write a whole number from 1 on");
            return List.of();
        }
        return List.of(new Order.Line(sku, category, quantity == null ? 1 : Integer.parseInt(quantity), amount));
    }

    private static Optional<RecordInteractions.Item> interaction(RowReader row, String source) {
        var key = row.key("externalId");
        var identities = row.identities();
        var kind = row.required("kind", 40);
        var touchpoint = row.text("touchpoint", 40);
        var occurredAt = row.time("occurredAt");
        if (!kind.isEmpty() && !kind.matches("[A-Z][A-Z0-9_]{0,39}")) {
            row.mistake("kind", "not-a-kind", "a kind is named like REPLY or COUPON_CLAIMED");
        }
        return ifSound(
                row,
                () -> new RecordInteractions.Item(
                        new ExternalKey(source, key),
                        new InteractionKind(kind),
                        identities,
                        null,
                        null,
                        touchpoint == null ? "UNKNOWN" : touchpoint,
                        occurredAt));
    }

    private static Result told(RowReader row, RegisterCustomer.Outcome outcome) {
        return switch (outcome) {
            case RegisterCustomer.Outcome.Created _ -> Result.APPLIED;
            case RegisterCustomer.Outcome.Found _ -> Result.REPEATED;
            case RegisterCustomer.Outcome.UnknownContact _ -> unknownContact(row);
        };
    }

    private static Result told(RowReader row, RecordOrders.Outcome outcome) {
        return switch (outcome) {
            case RecordOrders.Outcome.Recorded _ -> Result.APPLIED;
            case RecordOrders.Outcome.Repeated _ -> Result.REPEATED;
            case RecordOrders.Outcome.Refused refused ->
                switch (refused.refusal()) {
                    case UNKNOWN_CONTACT -> unknownContact(row);
                    case UNKNOWN_STORE ->
                        fail(row, "store", "unknown-store", "there is no store with this external id");
                    case OTHER_CURRENCY ->
                        fail(row, "currency", "other-currency", "the brand counts in another currency");
                    case KEY_REUSED -> keyReused(row);
                };
        };
    }

    private static Result told(RowReader row, RecordInteractions.Outcome outcome) {
        return switch (outcome) {
            case RecordInteractions.Outcome.Recorded _ -> Result.APPLIED;
            case RecordInteractions.Outcome.Repeated _ -> Result.REPEATED;
            case RecordInteractions.Outcome.Refused refused ->
                switch (refused.refusal()) {
                    case UNKNOWN_CONTACT -> unknownContact(row);
                    case UNKNOWN_ACCOUNT -> fail(row, "account", "unknown-account", "there is no such account");
                    case UNKNOWN_STAFF -> fail(row, "staff", "unknown-staff", "there is no such staff member");
                    case KEY_REUSED -> keyReused(row);
                };
        };
    }

    private static Result unknownContact(RowReader row) {
        return fail(row, "externalUserId", "unknown-contact", "the platform never told us of this external user id");
    }

    private static Result keyReused(RowReader row) {
        return fail(row, "externalId", "key-reused", "this key stands for something else; facts are never rewritten");
    }

    private static Result fail(RowReader row, String column, String code, String message) {
        row.mistake(column, code, message);
        return Result.FAILED;
    }
}
