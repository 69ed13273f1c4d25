package cn.siyu.adapter.persistence.policy;

import cn.siyu.application.channel.port.AddingWay;
import cn.siyu.application.channel.port.Capability;
import cn.siyu.application.channel.port.ChannelDescription;
import cn.siyu.application.channel.port.Offer;
import cn.siyu.domain.channel.care.AccountCare;
import cn.siyu.domain.channel.policy.PlatformPolicy;
import cn.siyu.domain.channel.policy.PolicyEdition;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.channel.policy.PolicyReader;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a channel that is described by a file (渠道描述文件).
public final class ChannelFile {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private ChannelFile() {}

    /// The file as it is written; what is left out is null.
    private record Written(
            @Nullable String channel,
            @Nullable String nameZh,
            @Nullable String nameEn,
            ChannelDescription.@Nullable WorkedBy workedBy,
            @Nullable List<Capability> capabilities,
            @Nullable List<Way> addingWays,
            @Nullable List<Map<String, Object>> policies) {}

    private record Way(
            @Nullable String code,
            AddingWay.@Nullable Direction direction,
            @Nullable String confirmation) {}

    /// Reads it.
    ///
    /// @throws IllegalStateException if it can't be read or is unsound, with the file's name, what is
    ///     wrong and what may be there
    public static ChannelDescription read(Path file) {
        try {
            return description(JSON.readValue(Files.readString(file), Written.class));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(
                    "channel file " + file + ": " + unreadable.getOriginalMessage(), unreadable);
        } catch (IOException missing) {
            throw new IllegalStateException("channel file " + file + " can't be read", missing);
        } catch (IllegalArgumentException | IllegalStateException unsound) {
            throw new IllegalStateException("channel file " + file + ": " + unsound.getMessage(), unsound);
        }
    }

    private static ChannelDescription description(Written written) {
        Set<Capability> capabilities =
                new HashSet<>(written.capabilities() == null ? List.of() : written.capabilities());
        List<Way> ways = written.addingWays() == null ? List.of() : written.addingWays();
        return new ChannelDescription(
                required("channel", written.channel()),
                required("nameZh", written.nameZh()),
                required("nameEn", written.nameEn()),
                required("workedBy", written.workedBy()),
                capabilities,
                ways.stream().map(ChannelFile::way).toList(),
                required("policies", written.policies()).stream()
                        .map(ChannelFile::policy)
                        .toList());
    }

    private static AddingWay way(Way way) {
        String confirmation = way.confirmation();
        return new AddingWay(
                required("addingWays/code", way.code()),
                required("addingWays/direction", way.direction()),
                Offer.Support.BY_TASK,
                confirmation == null ? "NONE" : confirmation);
    }

    /// Its values are read once here, so that an unsound one stops the start and not a customer's
    /// call.
    private static PolicyEdition policy(Map<String, Object> tree) {
        var edition = PolicyEdition.read(tree).orThrow();
        if (edition.kind() == PolicyKind.PLATFORM) {
            var _ = PolicyReader.read(edition.values(), PlatformPolicy::from).orThrow();
        } else if (edition.kind() == PolicyKind.ACCOUNT_CARE) {
            var _ = PolicyReader.read(edition.values(), AccountCare::from).orThrow();
        } else {
            throw new IllegalArgumentException(
                    "policies are of kind PLATFORM or ACCOUNT_CARE, but " + edition.id() + " is " + edition.kind());
        }
        return edition;
    }

    private static <T> T required(String property, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(property + " is missing");
        }
        return value;
    }
}
