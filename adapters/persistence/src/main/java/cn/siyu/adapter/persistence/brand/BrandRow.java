package cn.siyu.adapter.persistence.brand;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("brand")
record BrandRow(
        @Id int id,
        UUID publicId,
        String slug,
        String name,
        String mode,
        String zone,
        double strength,
        double alpha,
        String currency,
        Instant landmark,
        @Nullable Instant sandboxNow,
        int version,
        Instant createdAt,
        Instant updatedAt) {}
