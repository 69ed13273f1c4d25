package cn.siyu.application.insight;

import java.util.Locale;

/// What can be wrong with a row of an import.
public enum RowFault {
    /// The row has more cells than the file has columns.
    TOO_MANY_CELLS,
    /// A cell holds a character that can't be stored.
    BAD_CHARACTER,
    /// From this row on the file can't be read: a quotation mark is never closed.
    UNREADABLE,
    REQUIRED,
    TOO_LONG,
    NOT_A_TIME,
    NOT_AN_AMOUNT,
    /// Both columns of the amount are filled.
    AMOUNT_TWICE,
    NOT_A_QUANTITY,
    NOT_A_CODE,
    NOT_A_GENDER,
    NOT_A_PHONE_NUMBER,
    /// A spreadsheet has rounded a long number, like `1.38E+10`.
    DIGITS_LOST,
    /// No column says who the customer is.
    NO_IDENTITY,
    /// The identities belong to different customers.
    IDENTITY_CONFLICT,
    /// The platform never told us of the external user id.
    UNKNOWN_CONTACT,
    /// An identity that the brand's policy says is nobody's.
    IDENTITY_BLOCKED,
    /// The brand has no connection, or several, to which an external user id could belong.
    CORP_UNKNOWN,
    UNKNOWN_STORE,
    /// The brand's policy lists no such kind of interaction.
    UNKNOWN_KIND,
    /// The brand's policy lists no such touchpoint.
    UNKNOWN_TOUCHPOINT,
    /// The key stands for something else that was reported before.
    KEY_REUSED;

    /// How it is written, such as `not-a-time`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
