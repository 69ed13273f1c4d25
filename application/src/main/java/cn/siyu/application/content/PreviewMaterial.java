package cn.siyu.application.content;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.content.ContentError;
import cn.siyu.domain.content.MaterialCheck;
import cn.siyu.domain.content.MaterialDraft;
import cn.siyu.domain.content.Rendering;
import cn.siyu.domain.content.Variable;
import cn.siyu.domain.content.VariableValue;
import cn.siyu.domain.content.VariableValues;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;

/// Shows how a draft would read to a customer, with example values; nothing is saved.
public final class PreviewMaterial {
    private final MaterialLimits limits;
    private final Brands brands;
    private final BrandClock clock;

    public PreviewMaterial(MaterialLimits limits, Brands brands, BrandClock clock) {
        this.limits = limits;
        this.brands = brands;
        this.clock = clock;
    }

    /// A draft to be tried.
    ///
    /// @param missing variables to be left without a value, to see the fallbacks
    public record Query(Caller caller, MaterialDraft draft, Set<Variable> missing) {
        public Query {
            missing = Set.copyOf(missing);
        }
    }

    /// How it would read.
    public sealed interface Outcome {
        /// As one customer would get it, or why it would not be sent.
        record Shown(Rendering rendering) implements Outcome {}

        /// It has mistakes.
        record Refused(List<ContentError> errors) implements Outcome {
            public Refused {
                errors = List.copyOf(errors);
            }
        }
    }

    /// Tries a draft.
    public Outcome answer(Query query) {
        return switch (MaterialCheck.check(query.draft(), limits.widest())) {
            case MaterialCheck.Checked.Accepted(var content) ->
                new Outcome.Shown(content.render(values(query), limits.widest()));
            case MaterialCheck.Checked.Refused(var errors) -> new Outcome.Refused(errors);
        };
    }

    private VariableValues values(Query query) {
        var brand = brands.find(query.caller().brand()).orElseThrow();
        var today = LocalDate.ofInstant(clock.now(brand.id()), brand.zone());
        var known = new EnumMap<Variable, VariableValue>(Variable.class);
        for (var variable : Variable.values()) {
            if (!query.missing().contains(variable)) {
                known.put(variable, example(variable, brand, today));
            }
        }
        return new VariableValues(known);
    }

    private static VariableValue example(Variable variable, Brand brand, LocalDate today) {
        return switch (variable) {
            case CUSTOMER_NICKNAME -> new VariableValue.Text("小林");
            case CUSTOMER_ADDED_ON -> new VariableValue.Day(today.minusDays(30));
            case ORDERS_COUNT -> new VariableValue.Count(3);
            case ORDERS_LAST_AMOUNT -> new VariableValue.Money(2_900, Currency.getInstance(brand.currency()));
            case ORDERS_LAST_PAID_ON -> new VariableValue.Day(today.minusDays(7));
            case INVITATION_CODE -> new VariableValue.Text("7K3M9QXA");
            case ORDERS_LAST_SKU -> new VariableValue.Text("拿铁");
            case STAFF_NAME -> new VariableValue.Text("小王");
            case STORE_NAME -> new VariableValue.Text("人民路店");
            case BRAND_NAME -> new VariableValue.Text(brand.name());
        };
    }
}
