package cn.siyu.adapter.wecom.role;

import static cn.siyu.application.channel.port.Attachment.Kind.FILE;
import static cn.siyu.application.channel.port.Attachment.Kind.IMAGE;
import static cn.siyu.application.channel.port.Attachment.Kind.LINK;
import static cn.siyu.application.channel.port.Attachment.Kind.MINI_PROGRAM;
import static cn.siyu.application.channel.port.Attachment.Kind.VIDEO;

import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.Limits;
import java.time.Duration;
import java.util.Set;

/// The published limits of the single calls. Caps per customer and month are policy, hence data of
/// the core, and not here.
public final class WeComLimits {
    private static final Set<Attachment.Kind> KINDS = Set.of(IMAGE, LINK, MINI_PROGRAM, VIDEO, FILE);

    /// Corp mass message to contacts (企业群发), page of 2025-11-17.
    public static final Limits MASS_MESSAGE = new Limits(4000, 10_000, 9, KINDS, true, null, 3);

    /// Corp mass message to customer groups (客户群群发).
    public static final Limits GROUP_MESSAGE = new Limits(4000, 2_000, 9, KINDS, true, null, 3);

    /// Post to customers' moments (客户朋友圈), page of 2025-09-11.
    public static final Limits MOMENTS = new Limits(4000, 0, 9, Set.of(IMAGE, VIDEO, LINK), true, null, 0);

    /// Welcome message (新客户欢迎语).
    public static final Limits WELCOME = new Limits(4000, 1, 9, KINDS, false, Duration.ofSeconds(20), 0);

    /// Greeting for those who join a group (入群欢迎语素材).
    public static final Limits GROUP_GREETING = new Limits(3000, 0, 1, KINDS, false, null, 0);

    private WeComLimits() {}
}
