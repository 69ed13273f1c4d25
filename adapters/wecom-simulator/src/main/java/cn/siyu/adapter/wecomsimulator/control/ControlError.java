package cn.siyu.adapter.wecomsimulator.control;

/// A request that cannot be done, with the HTTP status and a sentence for whoever sent it.
final class ControlError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    private ControlError(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static ControlError bad(String message) {
        return new ControlError(400, message);
    }

    static ControlError notFound(String message) {
        return new ControlError(404, message);
    }

    static ControlError conflict(String message) {
        return new ControlError(409, message);
    }

    int status() {
        return status;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
