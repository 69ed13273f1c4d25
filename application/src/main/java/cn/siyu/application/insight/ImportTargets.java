package cn.siyu.application.insight;

import cn.siyu.application.customer.RegisterCustomer;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.identity.IdentityConflict;
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

/// What rows of each kind become, through the same use cases as single facts; see [ImportKind] for
/// their columns.
public final class ImportTargets {
    private final RegisterCustomer register;
    private final RecordOrders orders;
    private final RecordInteractions interactions;

    public ImportTargets(RegisterCustomer register, RecordOrders orders, RecordInteractions interactions) {
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

    /// Applies rows without a mistake, up to 500, inside the caller's transaction.
    Tally apply(Brand brand, ImportKind kind, String source, List<RowReader> rows) {
        return switch (kind) {
            case CUSTOMERS ->
                send(
                        rows,
                        ImportTargets::claim,
                        claims -> register.join(new RegisterCustomer.Command(brand.id(), claims)),
                        ImportTargets::told);
            case ORDERS ->
                send(
                        rows,
                        row -> order(row, source, brand.currency()),
                        items -> orders.join(new RecordOrders.Command(brand.id(), items)),
                        ImportTargets::told);
            case INTERACTIONS ->
                send(
                        rows,
                        row -> interaction(row, source),
                        items -> interactions.join(new RecordInteractions.Command(brand.id(), items)),
                        ImportTargets::told);
        };
    }

    @FunctionalInterface
    private interface Teller<T> {
        Result tell(RowReader row, T outcome);
    }

    /// Rows without a mistake go to their use case together; what it refuses becomes a mistake of
    /// the row.
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
        var nickname = row.text(ImportColumn.NICKNAME, 100);
        var gender = gender(row);
        return ifSound(row, () -> new Claim(identities, IdentitySource.IMPORT, new Profile(nickname, gender, null)));
    }

    private static Customer.Gender gender(RowReader row) {
        @Nullable String value = row.text(ImportColumn.GENDER, 20);
        return switch (value == null ? "" : value.toUpperCase(Locale.ROOT)) {
            case "" -> Customer.Gender.UNKNOWN;
            case "MALE", "M", "男" -> Customer.Gender.MALE;
            case "FEMALE", "F", "女" -> Customer.Gender.FEMALE;
            case "UNKNOWN", "未知" -> Customer.Gender.UNKNOWN;
            default -> {
                row.mistake(ImportColumn.GENDER, RowFault.NOT_A_GENDER);
                yield Customer.Gender.UNKNOWN;
            }
        };
    }

    private static Optional<RecordOrders.Item> order(RowReader row, String source, String currency) {
        var key = row.key(ImportColumn.EXTERNAL_ID);
        var identities = row.identities();
        var paidAt = row.time(ImportColumn.PAID_AT);
        long amount = row.amount();
        var store = row.text(ImportColumn.STORE, 120);
        var salesChannel = row.code(ImportColumn.SALES_CHANNEL);
        var sku = row.sku();
        var category = row.text(ImportColumn.CATEGORY, 80);
        int quantity = row.quantity();
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
                        sku == null ? List.of() : List.of(new Order.Line(sku, category, quantity, amount))));
    }

    private static Optional<RecordInteractions.Item> interaction(RowReader row, String source) {
        var key = row.key(ImportColumn.EXTERNAL_ID);
        var identities = row.identities();
        var kind = row.requiredCode(ImportColumn.KIND);
        var touchpoint = row.code(ImportColumn.TOUCHPOINT);
        var occurredAt = row.time(ImportColumn.OCCURRED_AT);
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
            case RegisterCustomer.Outcome.Found(var _, boolean grown) -> grown ? Result.APPLIED : Result.REPEATED;
            case RegisterCustomer.Outcome.UnknownContact _ ->
                fail(row, ImportColumn.EXTERNAL_USER_ID, RowFault.UNKNOWN_CONTACT);
            case RegisterCustomer.Outcome.Conflict(var disputes) ->
                fail(
                        row,
                        null,
                        disputes.stream().allMatch(one -> one.reason() == IdentityConflict.Reason.BLOCKED)
                                ? RowFault.IDENTITY_BLOCKED
                                : RowFault.IDENTITY_CONFLICT);
        };
    }

    private static Result told(RowReader row, RecordOrders.Outcome outcome) {
        return switch (outcome) {
            case RecordOrders.Outcome.Recorded _ -> Result.APPLIED;
            case RecordOrders.Outcome.Repeated _ -> Result.REPEATED;
            case RecordOrders.Outcome.Refused(var refusal) ->
                switch (refusal) {
                    case UNKNOWN_CONTACT -> fail(row, ImportColumn.EXTERNAL_USER_ID, RowFault.UNKNOWN_CONTACT);
                    case NOBODY -> fail(row, null, RowFault.IDENTITY_BLOCKED);
                    case UNKNOWN_STORE -> fail(row, ImportColumn.STORE, RowFault.UNKNOWN_STORE);
                    case KEY_REUSED -> fail(row, ImportColumn.EXTERNAL_ID, RowFault.KEY_REUSED);
                    case OTHER_CURRENCY -> throw new IllegalStateException("rows have the brand's currency");
                };
        };
    }

    private static Result told(RowReader row, RecordInteractions.Outcome outcome) {
        return switch (outcome) {
            case RecordInteractions.Outcome.Recorded _ -> Result.APPLIED;
            case RecordInteractions.Outcome.Repeated _ -> Result.REPEATED;
            case RecordInteractions.Outcome.Unlisted(var what, var _) ->
                switch (what) {
                    case KIND -> fail(row, ImportColumn.KIND, RowFault.UNKNOWN_KIND);
                    case TOUCHPOINT -> fail(row, ImportColumn.TOUCHPOINT, RowFault.UNKNOWN_TOUCHPOINT);
                };
            case RecordInteractions.Outcome.Refused(var refusal) ->
                switch (refusal) {
                    case UNKNOWN_CONTACT -> fail(row, ImportColumn.EXTERNAL_USER_ID, RowFault.UNKNOWN_CONTACT);
                    case NOBODY -> fail(row, null, RowFault.IDENTITY_BLOCKED);
                    case KEY_REUSED -> fail(row, ImportColumn.EXTERNAL_ID, RowFault.KEY_REUSED);
                    case UNKNOWN_ACCOUNT, UNKNOWN_STAFF, JOINS_UNSEEN ->
                        throw new IllegalStateException("rows name no account and no staff, and see the whole brand");
                };
        };
    }

    private static Result fail(RowReader row, @Nullable ImportColumn column, RowFault fault) {
        row.mistake(column, fault);
        return Result.FAILED;
    }
}
