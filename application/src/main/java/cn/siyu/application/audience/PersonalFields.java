package cn.siyu.application.audience;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.Expression;
import org.jspecify.annotations.Nullable;

/// Who sees personal data (个人信息) only masked may not ask about it either: by asking whether a
/// name begins with this or that, it could be guessed letter by letter.
public final class PersonalFields {
    private PersonalFields() {}

    /// Refuses an expression that asks about personal data on behalf of a caller who may not see
    /// it.
    ///
    /// @param expression null: asks nothing
    /// @throws PersonalFieldHidden naming the field
    public static void require(Caller caller, @Nullable Expression expression) {
        if (expression == null || caller.may(Scope.CUSTOMERS_PII)) {
            return;
        }
        for (CustomerField field : CustomerField.values()) {
            if (field.personal() && expression.fields().contains(field.field())) {
                throw new PersonalFieldHidden(field.field().name());
            }
        }
    }
}
