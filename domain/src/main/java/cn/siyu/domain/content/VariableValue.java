package cn.siyu.domain.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/// The value of a variable for one customer, account or brand, and how it reads in a message to a
/// Chinese customer.
public sealed interface VariableValue {
    /// The type it is of.
    Variable.Type type();

    /// As the customer reads it; empty counts as not known.
    String shown();

    /// A name. Control characters, which a nickname may smuggle in, are left out.
    record Text(String text) implements VariableValue {
        @Override
        public Variable.Type type() {
            return Variable.Type.TEXT;
        }

        @Override
        public String shown() {
            StringBuilder clean = new StringBuilder(text.length());
            text.codePoints().filter(c -> !Character.isISOControl(c)).forEach(clean::appendCodePoint);
            return clean.toString().strip();
        }
    }

    /// A number of things: `12`.
    record Count(long count) implements VariableValue {
        @Override
        public Variable.Type type() {
            return Variable.Type.COUNT;
        }

        @Override
        public String shown() {
            return Long.toString(count);
        }
    }

    /// Money: `12.80元`, in other currencies `12.80 USD`.
    ///
    /// @param amountMinor in the currency's minor units (分)
    record Money(long amountMinor, Currency currency) implements VariableValue {
        @Override
        public Variable.Type type() {
            return Variable.Type.MONEY;
        }

        @Override
        public String shown() {
            int digits = Math.max(0, currency.getDefaultFractionDigits());
            String amount = BigDecimal.valueOf(amountMinor, digits).toPlainString();
            return currency.getCurrencyCode().equals("CNY") ? amount + "元" : amount + " " + currency.getCurrencyCode();
        }
    }

    /// A day in the brand's time zone: `2026年1月5日`.
    record Day(LocalDate date) implements VariableValue {
        @Override
        public Variable.Type type() {
            return Variable.Type.DATE;
        }

        @Override
        public String shown() {
            return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
        }
    }
}
