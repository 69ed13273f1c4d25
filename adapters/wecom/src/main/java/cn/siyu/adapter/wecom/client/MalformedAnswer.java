package cn.siyu.adapter.wecom.client;

import java.io.Serial;

/// An answer that is not what its API promises. Never leaves the adapter: it becomes Unknown, or
/// NotDone for a read.
public final class MalformedAnswer extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public MalformedAnswer(String message) {
        super(message);
    }
}
