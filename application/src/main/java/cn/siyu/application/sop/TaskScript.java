package cn.siyu.application.sop;

import cn.siyu.application.contact.port.LastOrder;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.domain.content.ContentLimits;
import cn.siyu.domain.content.MaterialContent;
import cn.siyu.domain.content.Rendering;
import cn.siyu.domain.content.Template;
import cn.siyu.domain.content.Variable;
import cn.siyu.domain.content.VariableValue;
import cn.siyu.domain.content.VariableValues;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes what a person should say (话术) for one customer.
final class TaskScript {
    /// A person reads it: only the column that keeps it bounds it.
    private static final ContentLimits LIMITS = new ContentLimits(24_000, 0, 1, 1, 1, 1);

    private static final int MOST = 8_000;
    private static final Set<Variable> OF_LAST_ORDER =
            EnumSet.of(Variable.ORDERS_LAST_AMOUNT, Variable.ORDERS_LAST_PAID_ON, Variable.ORDERS_LAST_SKU);

    private TaskScript() {}

    static boolean tellsOfOrders(Template script) {
        return script.variables().stream().anyMatch(OF_LAST_ORDER::contains);
    }

    /// The script; null if nothing is laid down.
    static @Nullable String write(Template script, Reach reach, Reach.Link link, @Nullable LastOrder lastOrder) {
        var rendering = new MaterialContent(script, List.of()).render(values(reach, link, lastOrder), LIMITS);
        return switch (rendering) {
            case Rendering.Rendered(var message) -> cut(message.text());
            case Rendering.NothingToSay _, Rendering.ValuesMissing _, Rendering.TooLong _ -> null;
        };
    }

    private static VariableValues values(Reach reach, Reach.Link link, @Nullable LastOrder lastOrder) {
        Map<Variable, VariableValue> values = new EnumMap<>(Variable.class);
        var names = link.names();
        values.put(Variable.CUSTOMER_ADDED_ON, new VariableValue.Day(names.addedOn()));
        values.put(Variable.ORDERS_COUNT, new VariableValue.Count(names.orders()));
        values.put(Variable.STAFF_NAME, new VariableValue.Text(names.staff()));
        values.put(Variable.BRAND_NAME, new VariableValue.Text(names.brand()));
        text(values, Variable.CUSTOMER_NICKNAME, reach.nickname());
        text(values, Variable.STORE_NAME, names.store());
        if (lastOrder != null) {
            values.put(
                    Variable.ORDERS_LAST_AMOUNT,
                    new VariableValue.Money(lastOrder.amountMinor(), lastOrder.currency()));
            values.put(Variable.ORDERS_LAST_PAID_ON, new VariableValue.Day(lastOrder.paidOn()));
            text(values, Variable.ORDERS_LAST_SKU, lastOrder.sku());
        }
        return new VariableValues(values);
    }

    private static void text(Map<Variable, VariableValue> values, Variable variable, @Nullable String text) {
        if (text != null) {
            values.put(variable, new VariableValue.Text(text));
        }
    }

    private static String cut(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST);
    }
}
