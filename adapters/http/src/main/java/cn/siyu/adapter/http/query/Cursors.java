package cn.siyu.adapter.http.query;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.application.brand.PageRequest.Place;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Makes and reads cursors: a place in a list, signed together with the list it belongs to, so that
/// a cursor can be neither guessed nor used for another brand, filter or sort.
@Singleton
final class Cursors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE = 16;
    private static final int LONGEST = 4_000;

    private final SecretKeySpec secret;

    /// @param secret signs cursors; all nodes need the same one. Without it each start makes its
    ///     own, and cursors end with the process.
    Cursors(@Nullable @Value("${siyu.http.cursor-secret:}") String secret) {
        byte[] bytes;
        if (secret == null || secret.isEmpty()) {
            bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
        } else {
            bytes = secret.getBytes(StandardCharsets.UTF_8);
        }
        this.secret = new SecretKeySpec(bytes, ALGORITHM);
    }

    String write(Place place, String binding) {
        byte[] key = place.key().getBytes(StandardCharsets.UTF_8);
        byte[] content =
                ByteBuffer.allocate(8 + key.length).putLong(place.id()).put(key).array();
        byte[] signature = signature(content, binding);
        byte[] all = Arrays.copyOf(signature, signature.length + content.length);
        System.arraycopy(content, 0, all, signature.length, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /// The place of a cursor, if it was made here for the same list.
    Optional<Place> read(String cursor, String binding) {
        try {
            if (cursor.length() > LONGEST) {
                return Optional.empty();
            }
            byte[] all = Base64.getUrlDecoder().decode(cursor);
            if (all.length < SIGNATURE) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOfRange(all, SIGNATURE, all.length);
            byte[] signature = Arrays.copyOf(all, SIGNATURE);
            if (!MessageDigest.isEqual(signature, signature(content, binding))) {
                return Optional.empty();
            }
            ByteBuffer buffer = ByteBuffer.wrap(content);
            long id = buffer.getLong();
            return Optional.of(new Place(StandardCharsets.UTF_8.decode(buffer).toString(), id));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty(); // not even Base64, or too short
        }
    }

    Place read(String cursor, String binding, List<Mistake> mistakes) {
        return read(cursor, binding).orElseGet(() -> {
            mistakes.add(Mistake.inParameter(
                    "after",
                    ProblemCode.CURSOR_MISMATCH,
                    Text.of(
                            "This cursor was made for another list, filter or sort. Begin without after, or call next as it was given.",
                            "此游标属于其他列表、筛选或排序。请去掉 after 重新开始，或原样调用 next。")));
            return new Place("", 0);
        });
    }

    private byte[] signature(byte[] content, String binding) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(binding.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has HmacSHA256
        }
    }
}
