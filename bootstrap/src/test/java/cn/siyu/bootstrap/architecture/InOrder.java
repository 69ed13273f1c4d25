package cn.siyu.bootstrap.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/// Holds where a layer's capabilities stand in a line and each knows only those before it. A
/// capability that isn't in the line breaks the rule too: whoever adds one says where it stands.
final class InOrder extends ArchCondition<JavaClass> {
    private final String layer;
    private final List<String> order;

    InOrder(String layer, List<String> order) {
        super("know only capabilities before their own: " + String.join(" <- ", order));
        this.layer = layer;
        this.order = order;
    }

    @Override
    public void check(JavaClass from, ConditionEvents events) {
        if (!order.contains(capabilityOf(from))) {
            events.add(SimpleConditionEvent.violated(
                    from, from.getName() + " belongs to no capability of the line " + order));
        }
        from.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> inLayer(dependency.getTargetClass()))
                .forEach(dependency -> events.add(eventOf(dependency)));
    }

    private SimpleConditionEvent eventOf(Dependency dependency) {
        int from = order.indexOf(capabilityOf(dependency.getOriginClass()));
        int to = order.indexOf(capabilityOf(dependency.getTargetClass()));
        return new SimpleConditionEvent(dependency, to <= from, dependency.getDescription());
    }

    private boolean inLayer(JavaClass target) {
        return target.getPackageName().startsWith(layer + ".");
    }

    private String capabilityOf(JavaClass type) {
        String below = type.getPackageName()
                .substring(Math.min(layer.length() + 1, type.getPackageName().length()));
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
    }
}
