package cn.siyu.application.channel.port;

import java.lang.reflect.Proxy;

/// Roles of a channel that cannot play them: every call answers [NotDoneReason#UNSUPPORTED] and sends nothing.
final class Unsupported {
    private Unsupported() {}

    /// The role, refusing; all methods of a role return an [Answer].
    static <R> R role(Class<R> type) {
        var name = "no " + type.getSimpleName();
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> switch (method.getName()) {
                    case "toString" -> name;
                    case "hashCode" -> name.hashCode();
                    case "equals" -> arguments != null && name.equals(String.valueOf(arguments[0]));
                    default ->
                        Answer.notDone(NotDoneReason.UNSUPPORTED, "the channel offers no " + type.getSimpleName());
                }));
    }
}
