package cn.siyu.bootstrap.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/// Time, ids and chance taken from the air: calls, constructors and method references whose answer
/// depends on the machine and not on their arguments.
final class Ambient extends DescribedPredicate<JavaAccess<?>> {
    private static final String CONSTRUCTOR = "<init>";

    /// By class, the names that are ambient whatever their arguments.
    private static final Map<Class<?>, Set<String>> ALWAYS = Map.ofEntries(
            Map.entry(System.class, Set.of("currentTimeMillis", "nanoTime")),
            Map.entry(
                    Clock.class,
                    Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes")),
            Map.entry(InstantSource.class, Set.of("system")),
            Map.entry(ZoneId.class, Set.of("systemDefault")),
            Map.entry(TimeZone.class, Set.of("getDefault")),
            Map.entry(UUID.class, Set.of("randomUUID")),
            Map.entry(Math.class, Set.of("random")),
            Map.entry(StrictMath.class, Set.of("random")),
            Map.entry(Random.class, Set.of(CONSTRUCTOR)),
            Map.entry(SecureRandom.class, Set.of(CONSTRUCTOR, "getInstance", "getInstanceStrong")),
            Map.entry(ThreadLocalRandom.class, Set.of("current")),
            Map.entry(RandomGenerator.class, Set.of("getDefault", "of")));

    /// By class, the names that are ambient without arguments: `Instant.now()` is, a clock handed
    /// over is not.
    private static final Map<Class<?>, Set<String>> WITHOUT_ARGUMENTS = Map.of(
            Date.class, Set.of(CONSTRUCTOR),
            SplittableRandom.class, Set.of(CONSTRUCTOR));

    /// Classes of time that read the machine in `now()` and `now(zone)`; only `now(clock)` takes
    /// what it is given.
    private static final Set<Class<?>> TIMES = Set.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            OffsetDateTime.class,
            OffsetTime.class,
            Year.class,
            YearMonth.class,
            ZonedDateTime.class);

    Ambient() {
        super("an ambient clock, id or chance");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && (named(ALWAYS, target)
                        || (named(WITHOUT_ARGUMENTS, target)
                                && target.getRawParameterTypes().isEmpty())
                        || readsTheMachinesTime(target)
                        || shufflesByItself(target));
    }

    private static boolean named(Map<Class<?>, Set<String>> names, CodeUnitAccessTarget target) {
        return names.entrySet().stream()
                .anyMatch(entry -> target.getOwner().isEquivalentTo(entry.getKey())
                        && entry.getValue().contains(target.getName()));
    }

    private static boolean readsTheMachinesTime(CodeUnitAccessTarget target) {
        return target.getName().equals("now")
                && TIMES.stream().anyMatch(target.getOwner()::isEquivalentTo)
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean shufflesByItself(CodeUnitAccessTarget target) {
        return target.getOwner().isEquivalentTo(Collections.class)
                && target.getName().equals("shuffle")
                && target.getRawParameterTypes().size() == 1;
    }
}
