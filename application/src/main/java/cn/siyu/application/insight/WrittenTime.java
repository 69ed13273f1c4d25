package cn.siyu.application.insight;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/// Times as files write them.
final class WrittenTime {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern(
                    "[uuuu-MM-dd'T'HH:mm:ss][uuuu-MM-dd HH:mm:ss][uuuu-MM-dd HH:mm][uuuu/M/d H:mm:ss][uuuu/M/d H:mm]")
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private WrittenTime() {}

    /// The moment; empty if it can't be one.
    ///
    /// @param zone of times without an offset
    static Optional<Instant> read(String written, ZoneId zone) {
        return withOffset(written)
                .or(() -> local(written, zone))
                .filter(moment -> !moment.isBefore(FIRST) && !moment.isAfter(LAST));
    }

    private static Optional<Instant> withOffset(String written) {
        try {
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(written, Instant::from));
        } catch (DateTimeException noSuchForm) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> local(String written, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(written, LOCAL).atZone(zone).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
