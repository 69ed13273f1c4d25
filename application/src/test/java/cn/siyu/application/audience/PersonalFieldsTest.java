package cn.siyu.application.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.audience.ExpressionLanguage;
import cn.siyu.domain.audience.Reading;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalFieldsTest {
    private static Caller caller(Scope... scopes) {
        return new Caller(new BrandId(1), PublicId.of(Instant.EPOCH, 1, 1), Set.of(scopes), new DataScope.WholeBrand());
    }

    private static Expression expression(String text) {
        return ((Reading.Understood) new ExpressionLanguage(CustomerField.catalogue()).ofText(text)).expression();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer.nickname starts with '王'",
                "customer.nickname = '王先生'",
                "customer.nickname in ('王先生', '李女士')",
                "customer.nickname is known",
                "trust > 40 and not (lost or customer.nickname contains '王')"
            })
    void refusesToTellWhoHasAName(String filter) {
        assertThatThrownBy(() -> PersonalFields.require(caller(Scope.CUSTOMERS_READ), expression(filter)))
                .isInstanceOfSatisfying(
                        PersonalFieldHidden.class,
                        hidden -> assertThat(hidden.field()).isEqualTo("customer.nickname"));
        assertThatCode(() -> PersonalFields.require(caller(Scope.CUSTOMERS_PII), expression(filter)))
                .doesNotThrowAnyException();
    }

    @Test
    void answersWhatTellsNobodysName() {
        assertThatCode(() -> {
                    PersonalFields.require(caller(), expression("trust > 40 and tags has 'vip' or not lost"));
                    PersonalFields.require(caller(), null);
                })
                .doesNotThrowAnyException();
    }
}
