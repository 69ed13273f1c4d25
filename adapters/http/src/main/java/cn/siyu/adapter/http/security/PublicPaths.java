package cn.siyu.adapter.http.security;

import java.util.List;

/// The paths that need no credential: all of them, in one place.
final class PublicPaths {
    /// Each is the whole path or, with a slash or a dot behind it, the beginning of one.
    private static final List<String> ROOTS =
            List.of("/l", "/t", "/problems", "/docs", "/openapi", "/health", "/ready", "/callbacks/wecom");

    private PublicPaths() {}

    /// Whether a route is public, judged by its template.
    static boolean contain(String template) {
        return ROOTS.stream()
                .anyMatch(root -> template.equals(root)
                        || template.startsWith(root + "/")
                        || template.startsWith(root + ".")
                        || template.startsWith(root + "{"));
    }
}
