package cn.siyu.application.brand;

/// What reaches customers of the whole brand is for callers who see the whole brand (数据范围): a
/// store's key may work with the store's customers only.
public final class WholeBrand {
    private WholeBrand() {}

    /// Refuses a caller that sees only a part.
    ///
    /// @throws PartOnly if so
    public static void require(Caller caller) {
        if (!(caller.sees() instanceof DataScope.WholeBrand)) {
            throw new PartOnly();
        }
    }

    /// Thrown when somebody who sees a part of the brand wants what concerns all of it.
    public static final class PartOnly extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private PartOnly() {
            super("this concerns the whole brand, and the caller sees only a part of it");
        }
    }
}
