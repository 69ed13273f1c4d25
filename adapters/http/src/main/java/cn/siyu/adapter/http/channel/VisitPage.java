package cn.siyu.adapter.http.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The page a customer sees who opened a contact way's link on a phone: one picture and one
/// sentence, in Chinese, complete in itself. Nothing runs on it, and nothing is fetched but the
/// picture.
///
/// @param picture address of the account's code; null if there is none to show
record VisitPage(String title, String sentence, @Nullable String picture) {
    private static final String STYLE = """
            body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;justify-content:center;\
            font:1.125rem/1.6 system-ui,sans-serif;color:#1a1a1a;background:#f5f5f5;text-align:center}
            main{max-width:22rem;margin:1rem;padding:2rem 1.5rem;background:#fff;border-radius:1rem}
            h1{margin:0 0 .5rem;font-size:1.375rem}p{margin:.5rem 0 0}img{width:15rem;height:15rem;margin-top:1rem}
            """;
    private static final String STYLE_SOURCE = "'sha256-" + digest(STYLE) + "'";

    static VisitPage account(String name, String qrCode) {
        return new VisitPage("添加 " + name, "长按图片识别二维码，添加为企业微信好友；名额只为您保留片刻。", qrCode);
    }

    static VisitPage waiting() {
        return new VisitPage("请稍后再来", "现在没有顾问可以接待您，请过一会儿重新打开此链接。您的二维码一直有效。", null);
    }

    static VisitPage unknown() {
        return new VisitPage("链接无效", "这个链接不存在，请重新扫描二维码，或向门店确认。", null);
    }

    static VisitPage gone() {
        return new VisitPage("链接已停用", "这个链接已停止使用，请向门店索取新的二维码。", null);
    }

    /// What those see who only look.
    static VisitPage preview() {
        return new VisitPage("添加专属顾问", "打开链接，添加您的专属顾问为企业微信好友。", null);
    }

    /// The page itself.
    String html() {
        String image = picture == null
                ? ""
                : "<img src=\"" + escaped(picture) + "\" alt=\"" + escaped(title)
                        + "的二维码\" width=\"240\" height=\"240\">";
        return """
                <!doctype html>
                <html lang="zh-CN">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body><main><h1>%s</h1><p>%s</p>%s</main></body>
                </html>
                """.formatted(escaped(title), STYLE, escaped(title), escaped(sentence), image);
    }

    /// What the page may fetch: this one style, and pictures from where the code lies.
    String policy() {
        return "default-src 'none'; style-src " + STYLE_SOURCE + "; img-src " + pictureSource()
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private String pictureSource() {
        if (picture == null) {
            return "'none'";
        }
        try {
            URI uri = URI.create(picture);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null
                    ? uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                    : "'none'";
        } catch (IllegalArgumentException e) {
            return "'none'"; // what is not an address can't be fetched either
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
