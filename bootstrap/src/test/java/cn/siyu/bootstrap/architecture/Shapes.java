package cn.siyu.bootstrap.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/// What classes look like, as far as rules ask: kinds of type, names, markers.
@SuppressWarnings("MemberName") // read inside rules, which are sentences
final class Shapes {
    private static final Pattern DRAWER_CLASS =
            Pattern.compile("(Common\\w*|\\w*(Util|Utils|Helper|Helpers|Manager|Impl))");
    private static final Pattern DRAWER_PACKAGE =
            Pattern.compile(".*\\.(utils?|commons?|helpers?|managers?|impl)(\\..*)?");

    private Shapes() {}

    static ArchCondition<JavaClass> be_interfaces_records_enums_or_exceptions() {
        return condition(
                "be interfaces, records, enums or exceptions",
                type -> type.isInterface()
                        || type.isRecord()
                        || type.isEnum()
                        || type.isAnonymousClass()
                        || type.isAssignableTo(Throwable.class));
    }

    /// Rows, repositories of rows, and whatever implements a port by SQL.
    static DescribedPredicate<JavaClass> are_rows_or_stores() {
        return DescribedPredicate.describe(
                "are rows or stores below " + Places.PERSISTENCE,
                type -> type.getPackageName().startsWith(Places.PERSISTENCE + ".")
                        && type.isTopLevelClass()
                        && (type.getSimpleName().endsWith("Row")
                                || type.getSimpleName().endsWith("Rows")
                                || implementsAPort(type)));
    }

    static ArchCondition<JavaClass> have_a_name_with_a_meaning() {
        return condition(
                "have a name with a meaning",
                type -> !DRAWER_CLASS.matcher(type.getSimpleName()).matches()
                        && !DRAWER_PACKAGE.matcher(type.getPackageName()).matches());
    }

    static ArchCondition<JavaClass> live_in_a_null_marked_package() {
        return condition(
                "live in a package marked @NullMarked",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }

    private static boolean implementsAPort(JavaClass type) {
        return type.getAllRawInterfaces().stream()
                .anyMatch(port -> port.getPackageName().startsWith(Places.APPLICATION + ".")
                        && port.getPackageName().endsWith(".port"));
    }

    private static ArchCondition<JavaClass> condition(String words, Predicate<JavaClass> holds) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean satisfied = holds.test(type);
                events.add(new SimpleConditionEvent(
                        type, satisfied, type.getName() + (satisfied ? " does " : " does not ") + words));
            }
        };
    }
}
