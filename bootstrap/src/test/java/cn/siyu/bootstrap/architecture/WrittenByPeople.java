package cn.siyu.bootstrap.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/// The product as people wrote it: no test classes, neither in directories nor in test jars, and
/// nothing that annotation processors add (bean definitions, introspections, intercepted
/// repositories, implementations of mappings).
public final class WrittenByPeople implements ImportOption {
    private static final Pattern TESTS = Pattern.compile(".*(/test-classes/|-tests\\.jar[!/]).*");
    private static final Pattern GENERATED = Pattern.compile(
            ".*/(\\$[^/]*|[^/]*\\$Intercepted[^/]*|[^/]*\\$Introspection[^/]*|[^/]*MappingImpl)\\.class");

    @Override
    public boolean includes(Location location) {
        return !location.matches(TESTS) && !location.matches(GENERATED);
    }
}
