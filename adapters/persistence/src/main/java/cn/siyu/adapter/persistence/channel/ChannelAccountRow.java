package cn.siyu.adapter.persistence.channel;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;

@MappedEntity("channel_account")
record ChannelAccountRow(
        int brand,
        @Id long id,
        UUID publicId,
        String channel,
        String connection,
        String address,
        String name,
        long staff,
        long department,
        int totalCap,
        int dailyCap,
        LocalTime worksFrom,
        LocalTime worksUntil,
        String workDays,
        String state,
        String health,
        int version,
        Instant createdAt,
        Instant updatedAt) {}
