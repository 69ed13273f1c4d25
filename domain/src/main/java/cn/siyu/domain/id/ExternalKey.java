package cn.siyu.domain.id;

/// The caller's own key of a thing (`externalId`), unique per brand and source.
///
/// @param source which system speaks, for example `shop` or `crm`; 1 to 40 characters of
///     `a-z 0-9 - _`
/// @param value the key in that system, 1 to 120 characters, compared exactly
public record ExternalKey(String source, String value) {
    private static final int MOST_SOURCE = 40;
    private static final int MOST_VALUE = 120;

    public ExternalKey {
        if (!source.matches("[a-z0-9_-]{1," + MOST_SOURCE + "}")) {
            throw new IllegalArgumentException("source must be 1 to 40 of a-z 0-9 - _, was '" + source + "'");
        }
        if (value.isBlank() || value.length() > MOST_VALUE) {
            throw new IllegalArgumentException("an external id has 1 to 120 characters");
        }
    }
}
