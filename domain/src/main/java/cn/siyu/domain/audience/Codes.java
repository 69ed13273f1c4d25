package cn.siyu.domain.audience;

import java.util.List;
import java.util.Map;

/// The codes a field can have.
///
/// @param known the codes of today, in the order to show them
/// @param open whether other codes are accepted too (another adapter may bring a new channel)
/// @param flags codes that people look for here but that are facts of their own, each with the
///     BOOLEAN field that holds it: `stage = LOST` is understood as `lost`
public record Codes(List<String> known, boolean open, Map<String, String> flags) {
    /// A field without codes.
    public static final Codes NONE = new Codes(List.of(), true, Map.of());

    public Codes {
        known = List.copyOf(known);
        flags = Map.copyOf(flags);
    }

    /// Exactly these codes.
    static Codes closed(String... known) {
        return new Codes(List.of(known), false, Map.of());
    }

    /// These codes and whatever the future brings.
    static Codes open(String... known) {
        return new Codes(List.of(known), true, Map.of());
    }

    Codes withFlags(Map<String, String> more) {
        return new Codes(known, open, more);
    }
}
