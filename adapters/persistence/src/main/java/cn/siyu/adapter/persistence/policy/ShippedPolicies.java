package cn.siyu.adapter.persistence.policy;

import cn.siyu.domain.channel.policy.PolicyCatalog;
import cn.siyu.domain.channel.policy.PolicyEdition;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// Reads the policy editions (政策版本) that come with the product: `policies/index.json` on the
/// class path names the files, each file holds one edition.
public final class ShippedPolicies {
    private static final String FOLDER = "/policies/";
    private static final ZoneId PLATFORMS = ZoneId.of("Asia/Shanghai");

    private final ObjectMapper json = new ObjectMapper();

    /// All editions.
    ///
    /// @throws IllegalStateException if a file is not an edition: the installation is broken
    public PolicyCatalog read() {
        List<String> files = parse("index.json", new TypeReference<>() {});
        return new PolicyCatalog(files.stream().map(this::edition).toList(), PLATFORMS);
    }

    private PolicyEdition edition(String file) {
        Map<String, Object> tree = parse(file, new TypeReference<>() {});
        try {
            return PolicyEdition.read(tree).orThrow();
        } catch (IllegalStateException unsound) {
            throw new IllegalStateException("policies/" + file + ": " + unsound.getMessage(), unsound);
        }
    }

    private <T> T parse(String file, TypeReference<T> type) {
        try (InputStream in = ShippedPolicies.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new FileNotFoundException("policies/" + file + " is missing from the class path");
            }
            return json.readValue(in, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("policies/" + file + " can't be read", unreadable);
        }
    }
}
