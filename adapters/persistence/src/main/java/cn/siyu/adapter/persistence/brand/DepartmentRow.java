package cn.siyu.adapter.persistence.brand;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("department")
record DepartmentRow(
        int brand,
        @Id long id,
        UUID publicId,
        @Nullable String externalId,
        String kind,
        @Nullable Long parent,
        String path,
        String name,
        @Nullable String zone,
        @Nullable String address,
        int version,
        Instant createdAt,
        Instant updatedAt) {}
