package cn.siyu.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// What a class may point at, in words.
final class Targets {
    private Targets() {}

    /// The product's own packages and everything below them.
    static DescribedPredicate<JavaClass> ours(String... places) {
        return resideInAnyPackage(Stream.of(places).map(Places::all).toArray(String[]::new));
    }

    /// Exactly these packages, not what is below them, and the markers of absence.
    static DescribedPredicate<JavaClass> packages(List<String> names) {
        return resideInAnyPackage(names.toArray(String[]::new))
                .or(resideInAPackage(Places.JSPECIFY))
                .and(onlyValuesOfNetAndNio());
    }

    /// These classes of `java.lang`, arrays of them, and what isn't a class at all.
    static DescribedPredicate<JavaClass> ofTheLanguage(List<String> names) {
        return DescribedPredicate.describe("of java.lang only " + names, target -> {
            var base = target.getBaseComponentType();
            return base.isPrimitive()
                    || (base.getPackageName().equals("java.lang") && names.contains(base.getSimpleName()));
        });
    }

    /// Everything that other people wrote: libraries and the JDK.
    static DescribedPredicate<JavaClass> otherPeoples() {
        return DescribedPredicate.not(resideInAPackage(Places.all(Places.PRODUCT)));
    }

    private static DescribedPredicate<JavaClass> onlyValuesOfNetAndNio() {
        Collection<String> allowed = Places.VALUES_OF_NET_AND_NIO;
        return DescribedPredicate.describe(
                "of java.net and java.nio only values",
                target -> !resideInAnyPackage("java.net", "java.nio").test(target.getBaseComponentType())
                        || allowed.contains(target.getBaseComponentType().getName()));
    }
}
