package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A contact way (联系我): a code or button by which customers add a member.
///
/// @param sequence counts the ways of a corp
/// @param type 1 one member, 2 several
/// @param scene 1 mini-program button, 2 QR code
/// @param qrCode the code's address; `""` for scene 1
/// @param expiresIn seconds a temporary way lives; 0 for a lasting one
public record WayRow(
        String configId,
        int sequence,
        long createdAt,
        int type,
        int scene,
        int style,
        String remark,
        boolean skipVerify,
        String state,
        String qrCode,
        List<String> users,
        List<Integer> parties,
        boolean temporary,
        long expiresIn,
        long chatExpiresIn,
        String unionid,
        boolean exclusive,
        boolean markSource,
        @Nullable JsonNode conclusions)
        implements Row {

    public WayRow {
        users = List.copyOf(users);
        parties = List.copyOf(parties);
    }

    /// The way was deleted; its code no longer works.
    public record Gone(String configId) implements Row {}
}
