package cn.siyu.adapter.persistence.customer;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("customer")
record CustomerRow(
        int brand,
        @Id long id,
        UUID publicId,
        long person,
        long component,
        @Nullable String nickname,
        String gender,
        @Nullable String zone,
        boolean blacklisted,
        int version,
        Instant createdAt,
        Instant updatedAt) {}
