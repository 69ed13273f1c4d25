package cn.siyu.adapter.wecom.doctor;

import java.util.Locale;

/// One line of the doctor.
///
/// @param what was looked at
/// @param advice what was found, and what to do about it
public record Finding(Weight weight, String what, String advice) {
    /// How grave it is.
    public enum Weight {
        OK,
        /// Works without; some functions will not.
        NOTE,
        /// Nothing works before this is mended.
        BROKEN
    }

    /// As it is printed.
    public String line() {
        return "%-8s %s: %s"
                .formatted(weight == Weight.BROKEN ? "BROKEN" : weight.name().toLowerCase(Locale.ROOT), what, advice);
    }
}
