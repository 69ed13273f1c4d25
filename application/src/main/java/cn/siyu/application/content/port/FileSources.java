package cn.siyu.application.content.port;

import cn.siyu.application.channel.port.Answer;

/// Fetches files from addresses that users wrote. They are not trusted: nothing is fetched from a
/// private network unless the installation allows it, redirects are not followed, and no more is
/// read than asked for.
///
/// [cn.siyu.application.channel.port.NotDoneReason#UNREACHABLE] and
/// [cn.siyu.application.channel.port.NotDoneReason#UNANSWERED]: it may work later;
/// [cn.siyu.application.channel.port.NotDoneReason#NOT_FOUND]: there is nothing;
/// [cn.siyu.application.channel.port.NotDoneReason#FORBIDDEN]: it is not open to us, or not
/// allowed; [cn.siyu.application.channel.port.NotDoneReason#INVALID]: it is too large, or what was
/// sent is no file. Never [Answer.Unknown].
public interface FileSources {
    /// The bytes behind an address.
    ///
    /// @param mostBytes above which it is not read to the end
    Answer<byte[]> fetch(String address, int mostBytes);
}
