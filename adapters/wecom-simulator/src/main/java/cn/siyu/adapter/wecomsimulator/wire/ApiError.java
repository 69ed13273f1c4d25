package cn.siyu.adapter.wecomsimulator.wire;

/// An answer with an errcode other than 0. Thrown by a handler before it has changed anything;
/// carries no stack, because it is an everyday answer.
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;
    private final String text;

    /// An error of the platform.
    /// @param code the errcode
    /// @param text the errmsg before the hint
    public ApiError(int code, String text) {
        super(code + " " + text, null, false, false);
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    public String text() {
        return text;
    }
}
