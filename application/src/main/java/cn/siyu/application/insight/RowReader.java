package cn.siyu.application.insight;

import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the values of one row into types and collects what is wrong with it, all mistakes at once.
final class RowReader {
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern CHINESE_MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern LOST_DIGITS = Pattern.compile("[0-9](\\.[0-9]+)?[eE]\\+?[0-9]+");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern(
            "[yyyy-MM-dd'T'HH:mm:ss][yyyy-MM-dd HH:mm:ss][yyyy/M/d H:mm:ss][yyyy/M/d H:mm]");
    private static final int MOST_ORIGINAL = 8_000;

    private final ImportRow row;
    private final ZoneId zone;
    private final String corp;
    private final List<RowMistake> mistakes = new ArrayList<>();

    /// Of one row.
    ///
    /// @param zone in which times without an offset are read
    /// @param corp the scope of external user ids
    RowReader(ImportRow row, ZoneId zone, String corp) {
        this.row = row;
        this.zone = zone;
        this.corp = corp;
    }

    List<RowMistake> mistakes() {
        return List.copyOf(mistakes);
    }

    void mistake(String column, String code, String message) {
        String original = row.original();
        mistakes.add(new RowMistake(
                row.number(),
                column,
                code,
                message,
                original.length() > MOST_ORIGINAL ? original.substring(0, MOST_ORIGINAL) : original));
    }

    @Nullable
    String text(String column, int longest) {
        var value = row.values().get(column);
        if (value != null && value.length() > longest) {
            mistake(column, "too-long", "at most " + longest + " characters, was " + value.length());
            return null;
        }
        return value;
    }

    String required(String column, int longest) {
        var value = text(column, longest);
        if (value == null) {
            if (!row.values().containsKey(column)) {
                mistake(column, "required", "this column must not be empty");
            }
            return "";
        }
        return value;
    }

    /// A key of an external system, or a stand-in that no key looks like if it is missing.
    String key(String column) {
        return required(column, 120);
    }

    Instant time(String column) {
        var value = required(column, 40);
        if (value.isEmpty()) {
            return Instant.EPOCH;
        }
        return instant(value).orElseGet(() -> {
            mistake(
                    column,
                    "not-a-time",
                    "write 2026-11-23T10:00:00+08:00, or 2026-11-23 10:00:00 in the brand's zone");
            return Instant.EPOCH;
        });
    }

    private Optional<Instant> instant(String value) {
        try {
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(value, Instant::from));
        } catch (DateTimeParseException withoutOffset) {
            return local(value);
        }
    }

    private Optional<Instant> local(String value) {
        try {
            return Optional.of(LocalDateTime.parse(value, LOCAL).atZone(zone).toInstant());
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /// Whole minor units (分).
    long amount(String column) {
        var value = required(column, 20);
        if (value.isEmpty()) {
            return 0;
        }
        if (!AMOUNT.matcher(value).matches()) {
            mistake(column, "not-an-amount", "write whole minor units without separators: 35.00 yuan is 3500");
            return 0;
        }
        return Long.parseLong(value);
    }

    /// All identities that the row has; a mistake if it has none.
    List<IdentityKey> identities() {
        var keys = new ArrayList<IdentityKey>();
        phone().ifPresent(keys::add);
        identity("unionId", IdentityType.UNIONID, "").ifPresent(keys::add);
        identity("externalUserId", IdentityType.EXTERNAL_USERID, corp).ifPresent(keys::add);
        identity("memberId", IdentityType.MEMBER_ID, "").ifPresent(keys::add);
        if (keys.isEmpty() && mistakes.isEmpty()) {
            mistake("", "no-identity", "one of phone, unionId, externalUserId, memberId must be there");
        }
        return keys;
    }

    private Optional<IdentityKey> identity(String column, IdentityType type, String scope) {
        var value = text(column, 128);
        return value == null ? Optional.empty() : Optional.of(new IdentityKey(type, scope, value));
    }

    private Optional<IdentityKey> phone() {
        var value = text("phone", 40);
        if (value == null) {
            return Optional.empty();
        }
        if (LOST_DIGITS.matcher(value).matches()) {
            mistake(
                    "phone",
                    "digits-lost",
                    "a spreadsheet has rounded this number and its digits are lost; format the column as text and"
                            + " export again");
            return Optional.empty();
        }
        String plain = value.replaceAll("[\\s()-]", "");
        String full = CHINESE_MOBILE.matcher(plain).matches() ? "+86" + plain : plain;
        if (!PHONE.matcher(full).matches()) {
            mistake("phone", "not-a-phone-number", "write +8613812345678, or 13812345678 for a number of China");
            return Optional.empty();
        }
        return Optional.of(new IdentityKey(IdentityType.PHONE, "", full));
    }
}
