package cn.siyu.adapter.wecom.client;

import cn.siyu.application.channel.port.Answer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a [TokenCache] gets its next token. Asked by one caller at a time.
@FunctionalInterface
interface TokenSource {
    /// The next token, or why there is none.
    ///
    /// @param worn the last token of this process, which is used up or was refused; null at first
    Answer<Token> next(@Nullable Token worn);

    /// What gettoken returned: a token and its remaining life.
    record Issued(String value, Duration life) {
        private static final Duration MARGIN = Duration.ofSeconds(200);

        /// A fresh one is wanted a little before the end, so that no call runs into it.
        Token token(Instant now, long generation) {
            var tenth = life.dividedBy(10);
            var margin = tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN;
            return new Token(value, now.plus(life).minus(margin), now.plus(life), generation);
        }
    }
}
