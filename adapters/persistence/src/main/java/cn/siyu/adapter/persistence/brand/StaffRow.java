package cn.siyu.adapter.persistence.brand;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("staff")
record StaffRow(
        int brand,
        @Id long id,
        UUID publicId,
        @Nullable String externalId,
        String name,
        long department,
        boolean active,
        int version,
        Instant createdAt,
        Instant updatedAt) {}
