package cn.siyu.application.insight;

import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.PhoneNumber;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the values of one row into types and collects what is wrong with it, all mistakes at once.
/// What spreadsheets do to numbers is repaired where nothing is lost: a leading apostrophe, a
/// trailing `.0`, full-width digits.
final class RowReader {
    private static final Pattern LOST_DIGITS = Pattern.compile("[0-9](\\.[0-9]+)?[eE]\\+?[0-9]+");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final int LONGEST_KEY = 120;
    private static final int LONGEST_IDENTITY = 128;
    private static final int MOST_ORIGINAL = 8_000;

    private final ImportRow row;
    private final Brand brand;
    private final String source;
    private final Optional<String> corp;
    private final Map<ImportColumn, String> values;
    private final List<RowMistake> mistakes = new ArrayList<>();

    /// Of one row.
    ///
    /// @param brand in whose zone times without an offset are read, and in whose currency amounts
    /// @param source the scope of member numbers
    /// @param corp the scope of external user ids, if it can be known
    RowReader(ImportRow row, Brand brand, String source, Optional<String> corp) {
        this.row = row;
        this.brand = brand;
        this.source = source;
        this.corp = corp;
        this.values = filled(row.values());
        row.faults().forEach(fault -> mistake(null, fault));
    }

    /// An apostrophe alone is how a spreadsheet writes an empty text: the cell is blank.
    private static Map<ImportColumn, String> filled(Map<ImportColumn, String> cells) {
        var filled = new EnumMap<ImportColumn, String>(ImportColumn.class);
        cells.forEach((column, value) -> {
            if (!ascii(value).isBlank()) {
                filled.put(column, value);
            }
        });
        return filled;
    }

    List<RowMistake> mistakes() {
        return List.copyOf(mistakes);
    }

    void mistake(@Nullable ImportColumn column, RowFault fault) {
        mistakes.add(new RowMistake(row.number(), column, fault, shortened(row.original())));
    }

    private static String shortened(String text) {
        if (text.length() <= MOST_ORIGINAL) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(MOST_ORIGINAL - 1));
        return text.substring(0, splits ? MOST_ORIGINAL - 1 : MOST_ORIGINAL);
    }

    /// A text; null if the cell is blank or too long.
    @Nullable
    String text(ImportColumn column, int longest) {
        var value = values.get(column);
        if (value != null && value.length() > longest) {
            mistake(column, RowFault.TOO_LONG);
            return null;
        }
        return value;
    }

    private boolean given(ImportColumn column) {
        return values.containsKey(column);
    }

    private String required(ImportColumn column, int longest) {
        if (!given(column)) {
            mistake(column, RowFault.REQUIRED);
        }
        var value = text(column, longest);
        return value == null ? "" : value;
    }

    /// A key of an external system; empty, with a mistake, if there is none.
    String key(ImportColumn column) {
        var key = number(column, required(column, LONGEST_KEY));
        return key == null ? "" : key;
    }

    /// A name of an open set, like `REPLY`; null if the cell is blank.
    @Nullable
    String code(ImportColumn column) {
        var value = text(column, 40);
        if (value == null) {
            return null;
        }
        String code = value.toUpperCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            mistake(column, RowFault.NOT_A_CODE);
            return null;
        }
        return code;
    }

    String requiredCode(ImportColumn column) {
        if (!given(column)) {
            mistake(column, RowFault.REQUIRED);
        }
        var code = code(column);
        return code == null ? "" : code;
    }

    Instant time(ImportColumn column) {
        var value = required(column, 40);
        if (value.isEmpty()) {
            return Instant.EPOCH;
        }
        return WrittenTime.read(value, brand.zone()).orElseGet(() -> {
            mistake(column, RowFault.NOT_A_TIME);
            return Instant.EPOCH;
        });
    }

    /// What was paid, in minor units, from whichever of the two columns is filled.
    long amount() {
        if (given(ImportColumn.AMOUNT) && given(ImportColumn.AMOUNT_MINOR)) {
            mistake(ImportColumn.AMOUNT, RowFault.AMOUNT_TWICE);
            return 0;
        }
        var column = given(ImportColumn.AMOUNT) ? ImportColumn.AMOUNT : ImportColumn.AMOUNT_MINOR;
        var value = ascii(required(column, 40));
        if (value.isEmpty()) {
            return 0;
        }
        var amount = column == ImportColumn.AMOUNT
                ? WrittenAmount.major(value, brand.currency())
                : WrittenAmount.minor(value);
        if (amount.isEmpty()) {
            mistake(column, RowFault.NOT_AN_AMOUNT);
        }
        return amount.orElse(0);
    }

    /// How many were bought; one if the cell is blank.
    int quantity() {
        var value = text(ImportColumn.QUANTITY, 20);
        if (value == null) {
            return 1;
        }
        String plain = plain(value);
        if (!WHOLE.matcher(plain).matches() || Integer.parseInt(plain) == 0) {
            mistake(ImportColumn.QUANTITY, RowFault.NOT_A_QUANTITY);
            return 1;
        }
        return Integer.parseInt(plain);
    }

    /// The shop's code of what was bought; null if the row names no goods.
    @Nullable
    String sku() {
        if (!given(ImportColumn.SKU) && (given(ImportColumn.CATEGORY) || given(ImportColumn.QUANTITY))) {
            mistake(ImportColumn.SKU, RowFault.REQUIRED);
        }
        return text(ImportColumn.SKU, 80);
    }

    /// All identities that the row has; a mistake if it has none.
    List<IdentityKey> identities() {
        var keys = new ArrayList<IdentityKey>();
        phone().ifPresent(keys::add);
        text(ImportColumn.UNION_ID).ifPresent(value -> keys.add(new IdentityKey(IdentityType.UNIONID, "", value)));
        contact().ifPresent(keys::add);
        text(ImportColumn.MEMBER_ID)
                .ifPresent(value -> keys.add(new IdentityKey(IdentityType.MEMBER_ID, source, value)));
        if (ImportKind.identities().stream().noneMatch(this::given)) {
            mistake(null, RowFault.NO_IDENTITY);
        }
        return keys;
    }

    private Optional<String> text(ImportColumn column) {
        return Optional.ofNullable(number(column, text(column, LONGEST_IDENTITY)));
    }

    private Optional<IdentityKey> contact() {
        var value = text(ImportColumn.EXTERNAL_USER_ID);
        if (value.isPresent() && corp.isEmpty()) {
            mistake(ImportColumn.EXTERNAL_USER_ID, RowFault.CORP_UNKNOWN);
        }
        return value.flatMap(id -> corp.map(scope -> new IdentityKey(IdentityType.EXTERNAL_USERID, scope, id)));
    }

    private Optional<IdentityKey> phone() {
        var value = number(ImportColumn.PHONE, text(ImportColumn.PHONE, 40));
        if (value == null) {
            return Optional.empty();
        }
        var number = PhoneNumber.e164(plain(value));
        if (number.isEmpty()) {
            mistake(ImportColumn.PHONE, RowFault.NOT_A_PHONE_NUMBER);
        }
        return number.map(e164 -> new IdentityKey(IdentityType.PHONE, "", e164));
    }

    /// A key that spreadsheets may have taken for a number; null if they have spoiled it.
    private @Nullable String number(ImportColumn column, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        String bare = value.startsWith("'") ? value.substring(1).strip() : value;
        if (LOST_DIGITS.matcher(bare).matches()) {
            mistake(column, RowFault.DIGITS_LOST);
            return null;
        }
        return bare.isEmpty() ? null : bare;
    }

    /// Without what spreadsheets put around numbers. Not for money: 35.0 may be meant as 35 yuan or
    /// as 35 fen.
    private static String plain(String number) {
        String bare = ascii(number);
        return bare.matches("[0-9]+\\.0+") ? bare.substring(0, bare.indexOf('.')) : bare;
    }

    private static String ascii(String number) {
        String narrow = Normalizer.normalize(number, Normalizer.Form.NFKC).strip();
        return narrow.startsWith("'") ? narrow.substring(1) : narrow;
    }
}
