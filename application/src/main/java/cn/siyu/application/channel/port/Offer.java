package cn.siyu.application.channel.port;

/// How a channel offers one capability. BY_TASK means that a person does it: the core makes a task
/// instead of a call.
public record Offer(Support support, Limits limits) {
    public static final Offer UNSUPPORTED = new Offer(Support.UNSUPPORTED, Limits.NONE);
    public static final Offer BY_TASK = new Offer(Support.BY_TASK, Limits.NONE);

    public enum Support {
        NATIVE,
        BY_TASK,
        UNSUPPORTED
    }

    public static Offer natively(Limits limits) {
        return new Offer(Support.NATIVE, limits);
    }

    public boolean isNative() {
        return support == Support.NATIVE;
    }
}
