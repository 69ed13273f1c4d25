package cn.siyu.application.brand.planted.air;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Planted: every way to ask the machine instead of an argument.
final class OutOfTheAir {
    /// As a method reference, which is no call.
    Supplier<Instant> clock() {
        return Instant::now;
    }

    LocalDate date() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    InstantSource source() {
        return InstantSource.system();
    }

    long nanoseconds() {
        return System.nanoTime();
    }

    ZoneId zone() {
        return ZoneId.systemDefault();
    }

    UUID id() {
        return UUID.randomUUID();
    }

    RandomGenerator chance() {
        return RandomGenerator.getDefault();
    }

    int dice() {
        return new Random().nextInt(6);
    }

    void shuffle(List<String> cards) {
        Collections.shuffle(cards);
    }
}
