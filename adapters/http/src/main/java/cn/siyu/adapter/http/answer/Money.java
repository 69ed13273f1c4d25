package cn.siyu.adapter.http.answer;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// An amount of money.
///
/// @param amountMinor in the smallest unit of the currency; below zero where more was paid back
///     than paid
/// @param currency ISO 4217 code
@Serdeable
@Schema(name = "Money", description = "An amount of money")
public record Money(
        @Schema(example = "1280", minimum = "-9223372036854775808")
        long amountMinor,

        @Schema(example = "CNY", maxLength = 3) String currency) {}
