package cn.siyu.domain.content;

/// How much a channel takes in one message; it comes from the channel's policy edition or
/// capabilities. Lengths are bytes of UTF-8, as platforms count them: a Chinese character is 3,
/// most emoji are 4.
///
/// @param text of the text
/// @param attachments how many
/// @param linkTitle of a link's title, and so on
public record ContentLimits(
        int text, int attachments, int linkTitle, int linkDescription, int miniProgramTitle, int url) {
    public ContentLimits {
        if (text < 1 || attachments < 0 || linkTitle < 1 || linkDescription < 1 || miniProgramTitle < 1 || url < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
