package cn.siyu.application.brand;

import java.util.Currency;

/// What every brand's values are held to.
final class BrandInputs {
    private static final int MOST_NAME = 100;

    private BrandInputs() {}

    static void check(Inputs inputs, String name, double strength, double alpha) {
        inputs.text("/name", name, MOST_NAME);
        inputs.range("/strength", strength, 0, 1, "0", "1");
        inputs.range("/alpha", alpha, 0, 1, "0", "1");
    }

    static void currency(Inputs inputs, String code) {
        inputs.check(
                Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(code)),
                "/currency",
                InputProblem.Code.NOT_ONE_OF,
                "Write an ISO 4217 code such as CNY.",
                "请填写 ISO 4217 货币代码，如 CNY。");
    }
}
