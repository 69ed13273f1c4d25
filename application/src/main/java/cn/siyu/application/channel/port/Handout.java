package cn.siyu.application.channel.port;

import org.jspecify.annotations.Nullable;

/// What a person reads who is to do something (待办内容).
///
/// @param title what is to be done, up to 200 characters
/// @param script what to say, up to 8,000 characters; null if nothing is laid down
/// @param hint how it is done on the channel and what to mind, up to 1,000 characters; null if
///     there is nothing to say
public record Handout(
        String title, @Nullable String script, @Nullable String hint) {
    private static final int TITLE = 200;
    private static final int SCRIPT = 8_000;
    private static final int HINT = 1_000;

    public Handout {
        title = cut(title, TITLE);
        script = script == null ? null : cut(script, SCRIPT);
        hint = hint == null ? null : cut(hint, HINT);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
