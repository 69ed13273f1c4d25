package cn.siyu.application.channel.port;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a staff member sees written beside a customer (客户备注). Repeating a call changes nothing.
public interface Remarks {
    Answer<Ack> set(String staff, String contactId, Change change);

    /// Null leaves a part as it is; an empty list of phones clears them.
    ///
    /// @param remark at most 20 characters
    /// @param description at most 150 characters
    record Change(
            @Nullable String remark,
            @Nullable String description,
            @Nullable List<String> mobiles) {
        public Change {
            mobiles = mobiles == null ? null : List.copyOf(mobiles);
            if (remark == null && description == null && mobiles == null) {
                throw new IllegalArgumentException("a remark change must change something");
            }
        }
    }
}
