package cn.siyu.application.channel.port;

/// Takes answers apart for tests, failing with the answer itself when it is another.
public final class Answers {
    private Answers() {}

    public static <T> T value(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.NotDone<T> _, Answer.Unknown<T> _ -> throw new AssertionError("not done: " + answer);
        };
    }

    public static NotDoneReason reason(Answer<?> answer) {
        if (answer instanceof Answer.NotDone<?> no) {
            return no.reason();
        }
        throw new AssertionError("not refused: " + answer);
    }
}
